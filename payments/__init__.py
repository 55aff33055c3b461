"""Money: invoices, channels, booking. It knows no shop."""
