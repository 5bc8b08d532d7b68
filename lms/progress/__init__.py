"""What counts as completed, and where somebody stands."""
