"""Why a basket cannot take what was asked of it."""


class BasketClosed(Exception):
    """The basket has become an order (or is gone): nothing can be put in or taken out."""


class NotSold(Exception):
    """The pack is not for sale: unknown, withdrawn, or its seller is not verified."""


class NoSuchLine(Exception):
    """There is no such line in this basket."""


class TooManyLines(Exception):
    """A basket holds at most ``filling.MOST_LINES`` different packs."""
