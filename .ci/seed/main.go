// Command seed asks a running server about the seed article: its six speakers
// and the share that rose from 17.9 % to 35.5 %. Its argument is the file the
// server's standard output goes to.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"
)

// speakers of the seed article, as a reader would list them.
var speakers = []string{"习近平", "潘本华", "王景行", "王思霖", "陈忠华", "郑俊杰"}

const query = `{
  quotes(first: 100) { nodes { speakerText } }
  figures(filter: {unit: "%", minValue: 35.5, maxValue: 35.5}) { nodes { from value unit metric } }
}`

type answer struct {
	Data struct {
		Quotes struct {
			Nodes []struct{ SpeakerText string }
		}
		Figures struct {
			Nodes []struct{ From, Value, Unit, Metric string }
		}
	}
	Errors []struct{ Message string }
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "seed article:", err)
		os.Exit(1)
	}
}

func run(serverOutput string) error {
	base, err := address(serverOutput)
	if err != nil {
		return err
	}
	a, err := ask(base)
	if err != nil {
		return err
	}
	var missing []string
	for _, want := range speakers {
		if !slices.ContainsFunc(a.Data.Quotes.Nodes, func(q struct{ SpeakerText string }) bool { return q.SpeakerText == want }) {
			missing = append(missing, want)
		}
	}
	if missing != nil {
		return fmt.Errorf("no quote by %s", strings.Join(missing, "、"))
	}
	for _, f := range a.Data.Figures.Nodes {
		if f.From == "17.9" && f.Value == "35.5" {
			fmt.Printf("six speakers: %s; %s %s → %s %s\n", strings.Join(speakers, "、"), f.Metric, f.From, f.Value, f.Unit)
			return nil
		}
	}
	return fmt.Errorf("no figure 17.9 → 35.5: %+v", a.Data.Figures.Nodes)
}

// address waits for the server to print where it listens.
func address(file string) (string, error) {
	pattern := regexp.MustCompile(`http://[0-9.:]+`)
	for range 100 {
		if data, err := os.ReadFile(file); err == nil {
			if m := pattern.Find(data); m != nil {
				return string(m), nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	return "", fmt.Errorf("%s: the server printed no address within 10 s", file)
}

func ask(base string) (*answer, error) {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return nil, err
	}
	resp, err := http.Post(base+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return nil, err
	}
	if len(a.Errors) > 0 {
		return nil, fmt.Errorf("%s", a.Errors[0].Message)
	}
	return &a, nil
}
