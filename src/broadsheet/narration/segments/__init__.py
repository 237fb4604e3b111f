"""What was spoken once is kept, sentence by sentence."""
