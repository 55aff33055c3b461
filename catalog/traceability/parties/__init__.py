"""Who grows, packs and trades, and what they sell as one unit."""
