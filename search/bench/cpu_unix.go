//go:build unix

package main

import (
	"syscall"
	"time"
)

// processCPU is the processor time of this process so far, of all its threads.
func processCPU() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
