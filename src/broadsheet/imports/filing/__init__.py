"""Files what was read into the newsroom: one kind of thing a module."""
