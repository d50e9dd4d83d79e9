package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"zhiku/ingest/extract"
	"zhiku/search"
)

// version is set at build time: -ldflags "-X main.version=1.0.0".
var version = "dev"

type versionCmd struct{}

func (versionCmd) Run(s streams) error {
	fmt.Fprintf(s.out, "zhiku %s (%s, extractor %d, index %d, %s)\n",
		version, revision(), extract.Version, search.Version, runtime.Version())
	return nil
}

// revision of the source the binary was built from, where Go stamped it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return "no revision stamped"
}
