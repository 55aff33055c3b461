"""The database: how it is asked."""
