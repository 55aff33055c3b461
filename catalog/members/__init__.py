"""Who may act for a cooperative, and how somebody joins it."""
