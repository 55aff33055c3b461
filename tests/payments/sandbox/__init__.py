"""The practice bank."""
