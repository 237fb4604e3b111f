"""How a story's audio stands, in the story's form and on a page of its own."""
