"""What we promise contacts in general: targets, and the instants that follow from them."""
