"""A person's recording in place of a voice."""
