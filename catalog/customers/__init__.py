"""Customers: buyers who agreed that a cooperative may remember them."""
