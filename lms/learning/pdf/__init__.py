"""Papers of the course: handouts, forms to fill in, trainer's guides. The same text gives the same bytes."""
