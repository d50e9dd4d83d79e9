package main

import (
	"os"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync"
	"time"
)

// memory is the most a process took, in bytes; 0 where the system does not tell.
type memory struct {
	Resident int64 `json:"resident_bytes"` // mapped pages of the index included
	Heap     int64 `json:"heap_bytes"`     // objects of the program, dead ones included
}

// peakResident reads the process's own peak from Linux. Rusage.Maxrss would not
// do: a child begins with the peak of the process that started it.
func peakResident() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if kB, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(kB), " kB"), 10, 64)
			return n << 10
		}
	}
	return 0
}

// watchMemory looks at the heap every 20 ms until the peak is asked for.
func watchMemory() (peak func() memory) {
	done := make(chan struct{})
	var heap int64
	var watcher sync.WaitGroup
	watcher.Go(func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			heap = max(heap, heapNow())
			select {
			case <-done:
				return
			case <-tick.C:
			}
		}
	})
	return func() memory {
		close(done)
		watcher.Wait()
		return memory{peakResident(), heap}
	}
}

func heapNow() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}
