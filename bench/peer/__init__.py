"""Peers that need a program of their own beside the workloads."""
