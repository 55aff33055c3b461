"""What pages cost: `make bench`."""
