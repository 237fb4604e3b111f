"""The stream to open pages."""
