"""Letters to one reader: to confirm, to welcome, to say what was changed."""
