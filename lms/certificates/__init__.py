"""Proof of what was achieved, as it stood that day."""
