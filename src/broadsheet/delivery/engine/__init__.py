"""What the worker does with the ledger: claim, fill, offer, record."""
