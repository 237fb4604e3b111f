"""Writes subscribers as CSV, for other lists, for a copy, and for our own import."""
