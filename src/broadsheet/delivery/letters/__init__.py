"""A letter's bytes: composed once, filled for each reader."""
