"""The diary of plots: what was put on the trees, how much, and how long to wait before picking."""
