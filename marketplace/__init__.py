"""How the parts of the market are put together, and the province's own rooms."""
