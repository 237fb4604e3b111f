"""The paper as RSS 2.0: the whole of it, a section, an author."""
