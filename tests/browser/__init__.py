"""The journeys in a real browser, against the pages as a server of their own."""
