"""Where and how it grew: growers, plots, growing areas, facilities, and the diary of a plot."""
