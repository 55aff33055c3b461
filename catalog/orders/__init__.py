"""Orders, and the cooperatives' parts of them."""
