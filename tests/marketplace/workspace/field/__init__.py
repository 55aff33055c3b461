"""Plots, diary, harvests and lots as a cooperative works on them with a phone."""
