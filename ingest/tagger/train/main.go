// Command train trains the tagger's weights on marked sentences and builds its
// word clusters from raw news. The same data and seed give the same bytes.
//
//	go run ./ingest/tagger/train -data DIR -corpus DIR [-out DIR] [-cv 5] [-ablate]
//
// With -cv it tags each document by weights trained without it, prints the
// figures, and takes the confidences from there.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/weights"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// options of the command.
type options struct {
	settings
	data, corpus, clusters, out string
	cv                          int
	ablate, errors              bool
}

func parseOptions(args []string) (*options, error) {
	o := &options{}
	f := flag.NewFlagSet("train", flag.ContinueOnError)
	f.StringVar(&o.data, "data", "../shared/train", "folder of marked sentences")
	f.StringVar(&o.corpus, "corpus", "../shared/corpus", "folder of raw news, *.jsonl.gz")
	f.StringVar(&o.clusters, "clusters", "", "use the word clusters of this file instead of building them")
	f.StringVar(&o.out, "out", "", "folder for weights.bin and clusters.bin; nothing is written without it")
	f.IntVar(&o.cv, "cv", 0, "cross-validate with so many folds")
	f.BoolVar(&o.ablate, "ablate", false, "cross-validate without each group of features")
	f.BoolVar(&o.errors, "errors", false, "with -cv, print each mistake with its sentence")
	f.Uint64Var(&o.seed, "seed", 1, "seed of the random numbers")
	f.IntVar(&o.epochs, "epochs", 24, "passes over the sentences")
	f.IntVar(&o.average, "average", 12, "passes before averaging starts")
	f.IntVar(&o.runs, "runs", 2, "trainings to average, each in another order")
	f.Float64Var(&o.rate, "rate", 0.15, "rate of learning")
	f.Float64Var(&o.l1, "l1", 0.05, "pull of each pass towards zero")
	f.Float64Var(&o.l2, "l2", 0.05, "shrinking of each pass")
	f.Float64Var(&o.miss, "miss", 1.5, "cost of overlooking a name")
	f.Float64Var(&o.spurious, "spurious", 0.5, "cost of a wrong name")
	f.IntVar(&o.least, "least", 2, "leave out features seen less often")
	f.Float64Var(&o.prune, "prune", 0.03, "leave out weights below")
	f.Float64Var(&o.drop, "drop", 0.7, "share of the features that each step leaves out")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	return o, nil
}

func run(args []string, log io.Writer) error {
	o, err := parseOptions(args)
	if err != nil {
		return err
	}
	examples, err := readExamples(o.data)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d sentences\n", len(examples))
	words, err := o.wordClusters(log)
	if err != nil {
		return err
	}
	t := &trainer{o.settings, examples, feature.Encode(words), words}
	curve := plain()
	if o.cv > 1 {
		reports, err := t.validate(o.cv, feature.All)
		if err != nil {
			return err
		}
		r := total(reports)
		r.print(log)
		reliability(reports, log)
		if o.errors {
			fmt.Fprintln(log, strings.Join(r.errors, "\n"))
		}
		curve = r.calibrate()
		if o.ablate {
			if err := t.ablate(o.cv, r, log); err != nil {
				return err
			}
		}
	}
	if o.out == "" {
		return nil
	}
	all := func(int) bool { return true }
	r := t.train(newSet(examples, t.extractor(feature.All)).subset(o.least, all))
	return write(o.out, weights.Encode(r.pack(feature.All, o.prune, curve)), t.clusters)
}

// wordClusters builds the clusters, or reads a file.
func (o *options) wordClusters(log io.Writer) ([]feature.Word, error) {
	if o.clusters == "" {
		return cluster(o.corpus, o.seed, log)
	}
	data, err := os.ReadFile(o.clusters)
	if err != nil {
		return nil, err
	}
	return feature.Decode(data)
}

func write(dir string, weightData, clusterData []byte) error {
	if err := os.WriteFile(filepath.Join(dir, "weights.bin"), weightData, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "clusters.bin"), clusterData, 0o644)
}
