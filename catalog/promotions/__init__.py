"""Vouchers: what a code takes off, for whose goods, who pays for it, and how often."""
