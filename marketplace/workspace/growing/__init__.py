"""Where a cooperative's goods grow: plots, growers, growing areas, packing houses."""
