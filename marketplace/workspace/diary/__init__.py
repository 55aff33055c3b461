"""The diary of plots on a phone: written in the field, sent when there is a network."""
