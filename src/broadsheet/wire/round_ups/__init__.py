"""Round-ups: stories that are made from a day’s key developments, and follow them."""
