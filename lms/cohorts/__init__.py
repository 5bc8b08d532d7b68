"""Workshops in the room: who is on the register, who was there, and the paper that proves it."""
