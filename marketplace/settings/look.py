"""What every page says of the market itself: its name, who runs it, whom to call."""

from marketplace.settings.environment import number, text

MARKET_NAME = text("MARKET_NAME", "Chợ nông sản Sơn La")
MARKET_OPERATOR = text("MARKET_OPERATOR", "Sở Công Thương tỉnh Sơn La")
HELP_PHONE = text("HELP_PHONE", "0212 000 000")
HELP_HOURS = text("HELP_HOURS", "7:00–21:00")

# How many cards, product pages' contents and parts of pages a process keeps in memory
# (docs/operations.md); 0 keeps none.
KEPT_CARDS = number("KEPT_CARDS", 8_000)
KEPT_LISTINGS = number("KEPT_LISTINGS", 1_000)
KEPT_PARTS = number("KEPT_PARTS", 2_000)
