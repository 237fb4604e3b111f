"""Brings archives from other systems into the newsroom."""
