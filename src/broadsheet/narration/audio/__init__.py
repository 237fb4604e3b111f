"""From the sounds of sentences to files for listeners: joined, levelled, encoded, checked, captioned."""
