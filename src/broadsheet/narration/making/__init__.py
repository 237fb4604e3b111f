"""From a story, or a person's recording, to a production: audio that is whole."""
