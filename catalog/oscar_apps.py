"""Oscar's applications where ours differ in a URL, a receiver or a permission.

Every URL name of Oscar's shop still resolves (its dashboard and models reverse them); what stands
behind is a page of ours, a redirect to one, or nothing. docs/architecture.md, decisions 5 and 7.
"""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, URLResolver, path, re_path
from oscar.apps.analytics.apps import AnalyticsConfig as OscarAnalyticsConfig
from oscar.apps.basket.apps import BasketConfig as OscarBasketConfig
from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig
from oscar.apps.checkout.apps import CheckoutConfig as OscarCheckoutConfig
from oscar.apps.customer.apps import CustomerConfig as OscarCustomerConfig
from oscar.apps.dashboard.apps import DashboardConfig as OscarDashboardConfig
from oscar.apps.search.apps import SearchConfig as OscarSearchConfig
from oscar.config import Shop as OscarShop

Patterns = list[URLPattern | URLResolver]


class Shop(OscarShop):
    """Oscar's shop; its dashboard is mounted in marketplace/urls.py, outside the languages."""

    def get_urls(self) -> Patterns:
        """Oscar's addresses, ours behind them."""
        from catalog import oscar_doors as doors  # noqa: PLC0415 -- apps not ready

        return [
            path("catalogue/", self.catalogue_app.urls),
            path("basket/", self.basket_app.urls),
            path("checkout/", self.checkout_app.urls),
            path("oscar/", doors.home, name="home"),
            path("oscar/accounts/", self.customer_app.urls),
            path("oscar/search/", self.search_app.urls),
            # Oscar's own pages of offers and wish lists are not open; their names still resolve.
            path("oscar/offers/", (_closed(self.offer_app.urls[0]), "offer", "offer")),
            path(
                "oscar/wishlists/",
                (_closed(self.wishlists_app.urls[0]), "wishlists", "wishlists"),
            ),
            path("oscar/password-reset/", doors.password, name="password-reset"),
            path("oscar/password-reset/done/", doors.password, name="password-reset-done"),
            path(
                "oscar/password-reset/confirm/<str:uidb64>/<str:token>/",
                doors.password,
                name="password-reset-confirm",
            ),
            path(
                "oscar/password-reset/complete/",
                doors.password,
                name="password-reset-complete",
            ),
        ]


def _closed(patterns: Patterns) -> Patterns:
    """The same addresses with nothing behind them."""
    from catalog import oscar_doors as doors  # noqa: PLC0415 -- apps not ready

    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = doors.nothing
    return patterns


class CatalogueConfig(OscarCatalogueConfig):
    """Oscar's catalogue: its product and category addresses lead to the shelf's pages."""

    def get_urls(self) -> Patterns:
        """Where Oscar's products and categories are looked at."""
        from catalog import oscar_doors as doors  # noqa: PLC0415 -- apps not ready

        return [
            path("", doors.shop, name="index"),
            re_path(
                r"^(?P<product_slug>[\w-]*)_(?P<pk>\d{1,18})/$",
                doors.product,
                name="detail",
            ),
            re_path(
                r"^category/(?P<category_slug>[\w-]+(/[\w-]+)*)_(?P<pk>\d{1,18})/$",
                doors.category,
                name="category",
            ),
            re_path(r"^ranges/(?P<slug>[\w-]+)/$", doors.nothing, name="range"),
            re_path(
                r"^(?P<product_slug>[\w-]*)_(?P<product_pk>\d+)/reviews/(?P<pk>\d+)/$",
                doors.nothing,
                name="reviews-detail",
            ),
        ]


class BasketConfig(OscarBasketConfig):
    """Oscar's basket with pages of ours."""

    def get_urls(self) -> Patterns:
        """The basket's page and what its buttons post to."""
        from catalog import oscar_doors as doors  # noqa: PLC0415 -- apps not ready
        from catalog.baskets import views  # noqa: PLC0415 -- apps not ready

        return [
            path("", views.summary, name="summary"),
            path("add/", views.add, name="add"),
            path("add/<int:pk>/", views.add, name="add"),
            path("lines/<int:line>/change/", views.change, name="change"),
            path("lines/<int:line>/remove/", views.remove, name="remove"),
            path("vouchers/add/", views.add_voucher, name="vouchers-add"),
            path("vouchers/<int:pk>/remove/", views.remove_voucher, name="vouchers-remove"),
            path("saved/", doors.nothing, name="saved"),
        ]


class CheckoutConfig(OscarCheckoutConfig):
    """Oscar's checkout as one page of ours."""

    STEPS = (
        ("shipping-address/", "shipping-address"),
        ("user-address/edit/<int:pk>/", "user-address-update"),
        ("user-address/delete/<int:pk>/", "user-address-delete"),
        ("shipping-method/", "shipping-method"),
        ("payment-method/", "payment-method"),
        ("payment-details/", "payment-details"),
        ("preview/", "preview"),
        ("thank-you/", "thank-you"),
    )

    def get_urls(self) -> Patterns:
        """The page, and Oscar's steps leading to it."""
        from catalog import oscar_doors as doors  # noqa: PLC0415 -- apps not ready
        from catalog.checkout import views  # noqa: PLC0415 -- apps not ready

        return [
            path("", views.index, name="index"),
            *(path(route, doors.checkout, name=name) for route, name in self.STEPS),
        ]


class CustomerConfig(OscarCustomerConfig):
    """Oscar's customer pages: signing in, profile and orders are elsewhere, and once only."""

    def get_urls(self) -> Patterns:
        """Every name of Oscar's, leading to the account page unless there is a better one."""
        from catalog import oscar_doors as doors  # noqa: PLC0415 -- apps not ready

        better = {
            "login": doors.sign_in,
            "logout": doors.sign_out,
            "register": doors.sign_up,
            "change-password": doors.password,
            "order-list": doors.orders,
            "order": doors.order,
            "order-line": doors.order,
            "anon-order": doors.order,
            "anon-order-form": doors.order,
        }
        patterns: Patterns = super().get_urls()
        for pattern in patterns:
            name = pattern.name if isinstance(pattern, URLPattern) else None
            unused = (name or "").startswith(("alert", "wishlists"))
            door: Any = doors.nothing if unused else doors.account
            pattern.callback = better.get(name or "", door)
        return patterns


class SearchConfig(OscarSearchConfig):
    """Oscar's search, leading to ours."""

    def get_urls(self) -> Patterns:
        """The one address."""
        from catalog import oscar_doors as doors  # noqa: PLC0415 -- apps not ready

        return [path("", doors.search, name="search")]


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
        from oscar.views.decorators import permissions_required as asks  # noqa: PLC0415 -- see above

        if pattern.name in ("login", "logout"):
            return None
        decorator: Callable[..., Any] = asks(["is_superuser"], login_url=self.login_url)
        return decorator
