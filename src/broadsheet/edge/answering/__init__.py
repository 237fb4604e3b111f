"""Answers requests from the store: which encoding, which status, and what when the rest has failed."""
