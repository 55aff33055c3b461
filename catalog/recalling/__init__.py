"""Whom a recall reaches: order lines, their buyers, and cooperatives that empty their stores."""
