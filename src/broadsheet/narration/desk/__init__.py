"""Narration at the desk: a story's audio, its script, the lexicon, the report."""
