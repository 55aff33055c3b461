"""Stock: units of packs in lots, held and sold."""
