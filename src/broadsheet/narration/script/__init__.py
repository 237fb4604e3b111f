"""A story's page as a list of lines to be read aloud."""
