"""What cooperatives learn when their labels are doubted: odd scans, and problems people report."""
