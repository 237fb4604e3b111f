"""How fast stories are voiced, and what an edit costs."""
