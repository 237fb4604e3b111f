"""Who comes in by a form that stands on pages which are the same for everybody, and how often."""
