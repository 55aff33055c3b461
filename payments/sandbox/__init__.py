"""Plays the providers for the demonstration: a process of its own, which shares no code with the
channels, so that a mistake in one of them shows in the other."""
