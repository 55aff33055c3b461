"""What every page knows about the market."""

from functools import cached_property

from django.conf import settings
from django.http import HttpRequest

from marketplace.design import navigation


class Market:
    """The market as the base template shows it; nothing is asked of the database before it is."""

    name: str = settings.MARKET_NAME
    operator: str = settings.MARKET_OPERATOR
    help_phone: str = settings.HELP_PHONE
    help_hours: str = settings.HELP_HOURS
    categories = navigation.CATEGORIES
    public_url: str = settings.PUBLIC_URL
    demo: bool = settings.DEMO

    def __init__(self, request: HttpRequest) -> None:
        """Keep the request: the lazy answers below need it."""
        self._request = request

    @property
    def help_link(self) -> str:
        """The address that dials the help number."""
        return "tel:" + "".join(sign for sign in self.help_phone if sign.isdigit() or sign == "+")

    @cached_property
    def bare_path(self) -> str:
        """The address of this page without its language."""
        return navigation.bare(self._request.path)

    @property
    def category(self) -> str:
        """The category of the menu that this page lies in, or nothing."""
        here = self.bare_path
        return next((c.path for c in self.categories if here.startswith(f"/shop/{c.path}/")), "")

    @cached_property
    def alternates(self) -> list[tuple[str, str, str]]:
        """This page in each language: code, the language's own name, path."""
        return [
            (code, name, navigation.path(self.bare_path, code)) for code, name in settings.LANGUAGES
        ]

    @cached_property
    def basket_count(self) -> int:
        """How many packs lie in the basket; a visitor without a basket costs no query."""
        basket = getattr(self._request, "basket", None)
        return basket.num_items if basket is not None and basket.pk else 0


def market(request: HttpRequest) -> dict[str, object]:
    """Values for the base template."""
    return {"market": Market(request)}
