"""Messages between a buyer and a cooperative, about goods or about an order."""
