"""Digital teams of the communes: whom to ask when a cooperative does not answer."""
