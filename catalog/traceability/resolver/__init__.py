"""Where a Digital Link leads: GS1-Conformant Resolver 1.2, for the numbers this market knows."""
