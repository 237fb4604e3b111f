"""What an edition, and a sign-up inside a story, are made of."""
