"""All narrations: how they stand, and what they cost."""
