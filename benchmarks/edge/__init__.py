"""`make bench-edge`: how fast readers are served, beside nginx with plain files, and how soon they see a change."""
