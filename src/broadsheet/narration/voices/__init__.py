"""Who speaks: one contract, several providers."""
