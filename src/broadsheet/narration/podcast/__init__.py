"""Narrated stories as a podcast: the whole paper's, and one for each section."""
