"""Turns what the paper answers into files that need no server: every link relative, nothing of the old host."""
