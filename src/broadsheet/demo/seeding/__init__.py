"""Puts the demo newsroom into the database."""
