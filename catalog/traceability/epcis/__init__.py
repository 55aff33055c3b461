"""EPCIS 2.0: what people wrote down, in the words other systems read, and what others tell us."""
