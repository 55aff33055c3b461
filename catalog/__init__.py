"""What is sold, by whom, from where, and to whom."""
