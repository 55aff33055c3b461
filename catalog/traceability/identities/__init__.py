"""Where the numbers on labels come from: the cooperative's own, or a prefix the province holds."""
