"""Files about a lot for the cooperative whose lot it is: its programs ask with a bearer token."""
