"""The page types."""
