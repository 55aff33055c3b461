"""Tests of the rooms of this name."""
