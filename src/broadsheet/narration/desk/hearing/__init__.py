"""A sentence said at the desk, before anybody else hears it."""
