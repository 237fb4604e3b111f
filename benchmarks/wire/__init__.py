"""Measures the News Feed's stream: ten thousand open pages, twenty items."""
