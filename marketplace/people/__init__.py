"""Who may come in: users, signing in, roles."""
