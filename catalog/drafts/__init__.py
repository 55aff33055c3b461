"""What a cooperative is still writing: listings that nobody else has seen."""
