"""The workloads, each with its limit or its peer in the same run. `make bench` writes RESULTS.md."""
