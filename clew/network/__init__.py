"""What every way out shares: which addresses may be called, circuits, and access tokens."""
