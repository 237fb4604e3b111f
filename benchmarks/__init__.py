"""Measures what the paper promises, on the machine at hand."""
