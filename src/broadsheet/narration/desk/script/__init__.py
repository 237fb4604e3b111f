"""A story's text beside what is said of it."""
