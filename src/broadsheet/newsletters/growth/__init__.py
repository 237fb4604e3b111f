"""How a newsletter's readership grows and shrinks."""
