"""The staff's pages: what waits, who may sell, what may be shown."""
