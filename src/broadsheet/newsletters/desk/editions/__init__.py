"""Editions at the desk: their list, their form, and what they look like."""
