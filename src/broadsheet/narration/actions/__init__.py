"""What can be done with a story's audio, a verb a file."""
