"""Plays the providers for the demonstration, as a process of its own.

It shares no code with the channels, so that a mistake in one of them shows in the other.
"""
