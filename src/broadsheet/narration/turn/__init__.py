"""Whose turn it is: narrations are claimed, done or tried again, and handed back."""
