"""Filing by machines: the REST API of the wire."""
