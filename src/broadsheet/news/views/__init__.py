"""Pages that are no Wagtail pages: authors, topics, search, corrections; and the quick way to a story."""
