"""The money of the market."""
