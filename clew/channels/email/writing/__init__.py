"""A mail of ours, from a message to bytes: pure, and the same bytes each time."""
