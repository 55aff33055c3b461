"""Who means harm, or sends nonsense: refused in words, with nothing changed and a line in the log.

The inputs are those of OWASP's and our own list of forty (docs/decisions, reliability), by number.
Where another room proves one already it is named here and not repeated.
"""
