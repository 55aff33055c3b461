"""The cooperatives' pages: applying, goods, lots, members; orders come beside."""
