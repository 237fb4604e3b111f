"""Readers at the desk: found, added, taken off, forgotten, brought from another list and handed out."""
