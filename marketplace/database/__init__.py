"""PostgreSQL as Django knows it, with one habit changed (``base``)."""
