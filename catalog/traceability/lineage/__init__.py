"""What became of what: plots into lots, lots into other lots, and the trace both ways."""
