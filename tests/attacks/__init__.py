"""Who means harm, or sends nonsense: refused in words, with nothing changed and a line in the log.

Where another room proves an input already, ``test_inputs.py`` names it and does not repeat it.
"""
