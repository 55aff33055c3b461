"""Eight digits under a silver field: whoever enters them first knows that nobody did before."""
