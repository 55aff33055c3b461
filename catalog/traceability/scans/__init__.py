"""Which codes are looked at, where and how often, and what is odd about it; never by whom."""
