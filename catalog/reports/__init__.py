"""Reports about listings: anybody may send one, and the province answers by a day."""
