"""Sending at the desk: one confirmation, a bar that moves, and what came of it."""
