"""Which papers a cooperative has to hold, for what, and whether it does."""
