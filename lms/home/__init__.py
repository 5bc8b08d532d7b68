"""What opens first, by role; pages about the site; commands that run it."""
