"""What is on sale, as one row per listing: made, counted, searched, shown."""
