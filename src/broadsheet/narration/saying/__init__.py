"""Puts written words into those that a newsreader says."""
