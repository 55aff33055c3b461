"""Seasons: harvests that are still to come, and what buyers order of them beforehand."""
