"""Pages people write. They show the shelf; they own no goods."""
