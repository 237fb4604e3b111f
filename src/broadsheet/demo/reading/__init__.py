"""Reads the demo newsroom's words from the files in `content/`."""
