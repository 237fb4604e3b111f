"""The press: makes pages, one at a time each, and hands them to the store."""
