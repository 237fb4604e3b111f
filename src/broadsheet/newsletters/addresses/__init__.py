"""Whether what a reader has typed can be their address."""
