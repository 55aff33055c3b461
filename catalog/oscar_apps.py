"""Oscar's applications where ours differ in a URL, a receiver or a permission."""

from collections.abc import Callable
from typing import Any

from oscar.apps.analytics.apps import AnalyticsConfig as OscarAnalyticsConfig
from oscar.apps.basket.apps import BasketConfig as OscarBasketConfig
from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig
from oscar.apps.checkout.apps import CheckoutConfig as OscarCheckoutConfig
from oscar.apps.customer.apps import CustomerConfig as OscarCustomerConfig
from oscar.apps.dashboard.apps import DashboardConfig as OscarDashboardConfig
from oscar.apps.search.apps import SearchConfig as OscarSearchConfig
from oscar.config import Shop as OscarShop


class Shop(OscarShop):
    """Oscar's shop."""


class CatalogueConfig(OscarCatalogueConfig):
    """Oscar's catalogue."""


class BasketConfig(OscarBasketConfig):
    """Oscar's basket."""


class CheckoutConfig(OscarCheckoutConfig):
    """Oscar's checkout."""


class CustomerConfig(OscarCustomerConfig):
    """Oscar's customer pages."""


class SearchConfig(OscarSearchConfig):
    """Oscar's search."""


class AnalyticsConfig(OscarAnalyticsConfig):
    """Oscar's analytics tables without its receivers: they write on every product view."""

    def ready(self) -> None:
        """Connect nothing."""


class DashboardConfig(OscarDashboardConfig):
    """Oscar's back office for superusers only, whatever its own permission maps say.

    It shows every seller's lines and addresses to whoever may enter (docs/architecture.md, 7).
    """

    def get_url_decorator(self, pattern: Any) -> Callable[..., Any] | None:
        """Ask for a superuser everywhere but at the doors."""
        from oscar.views.decorators import (  # noqa: PLC0415 -- apps not ready
            permissions_required,
        )

        if pattern.name in ("login", "logout"):
            return None
        return permissions_required(["is_superuser"], login_url=self.login_url)
