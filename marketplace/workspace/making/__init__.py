"""A lot and what is made of it: put together, divided, dried, put on sale, stacked on pallets."""
