"""The page store: ready bytes in plain files, and an index of what each page shows."""
