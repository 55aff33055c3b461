"""Shipping: lanes, zones, dated prices."""
