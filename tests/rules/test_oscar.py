"""Oscar without forks: the table of replacements, and each trap that was found in it."""

import inspect
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module

import oscar.apps
import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.module_loading import import_string
from oscar.apps.catalogue.models import Product
from oscar.apps.partner.models import Partner
from oscar.core.loading import default_class_loader, get_class

from catalog.stock.models import LotBalance
from marketplace import oscar_loader
from tests import factories

ROWS = sorted(oscar_loader.REPLACEMENTS.items())
# Importing receivers connects them; search_indexes wants Haystack installed.
LEFT_OUT = {"migrations", "receivers", "search_indexes"}


@pytest.fixture(scope="module", autouse=True)
def _every_module_of_oscar() -> None:
    """Import all of Oscar, so that everything it asks for has been asked for."""
    for module in pkgutil.walk_packages(oscar.apps.__path__, "oscar.apps."):
        if not set(module.name.split(".")) & LEFT_OUT:
            import_module(module.name)


@pytest.mark.parametrize(("asked", "path"), ROWS)
def test_each_row_extends_the_oscar_class_it_names(asked: tuple[str, str], path: str) -> None:
    module, name = asked
    (original,) = default_class_loader(module, [name], "oscar.apps")

    assert issubclass(import_string(path), original)
    assert import_string(path) is not original


@pytest.mark.parametrize(("asked", "path"), ROWS)
def test_each_row_was_asked_for_and_is_in_force(asked: tuple[str, str], path: str) -> None:
    assert oscar_loader.asked.get(asked, 0) > 0
    assert get_class(*asked) is import_string(path)


def test_each_oscar_module_is_replaced_from_files_of_its_own() -> None:
    files: dict[str, set[str]] = {}
    for (module, _name), path in ROWS:
        files.setdefault(path.rpartition(".")[0], set()).add(module)

    assert {file: modules for file, modules in files.items() if len(modules) > 1} == {}


def test_no_application_of_oscar_is_forked() -> None:
    forked = [
        config.name
        for config in apps.get_app_configs()
        if type(config).__module__.startswith("catalog.")
        and not config.name.startswith(("catalog", "oscar"))
    ]

    assert forked == []


def test_haystack_is_not_installed_and_its_setting_stays() -> None:
    assert not apps.is_installed("haystack")
    assert "default" in settings.HAYSTACK_CONNECTIONS


def test_oscars_analytics_listen_to_nothing() -> None:
    assert "oscar.apps.analytics.receivers" not in sys.modules


def test_ours_are_the_middleware_and_the_selector_in_it() -> None:
    from oscar.apps.basket import middleware

    assert settings.MIDDLEWARE.count("catalog.baskets.middleware.BasketMiddleware") == 1
    assert "oscar.apps.basket.middleware.BasketMiddleware" not in settings.MIDDLEWARE
    assert type(middleware.selector).__module__ == "catalog.pricing.strategy"


def test_vietnamese_addresses_need_no_postcode() -> None:
    assert "postcode" not in settings.OSCAR_REQUIRED_ADDRESS_FIELDS


def test_order_numbers_do_not_count_baskets() -> None:
    generator = get_class("order.utils", "OrderNumberGenerator")()

    numbers = {generator.order_number(None) for _ in range(50)}

    assert len(numbers) == 50
    assert all(len(number) == len("SL-4H8T2-W6C9X") for number in numbers)


@pytest.mark.django_db
def test_oscar_is_told_our_price_and_our_stock() -> None:
    pack = factories.pack(units=7, price=89_000)
    strategy = get_class("partner.strategy", "Selector")().strategy()

    child = strategy.fetch_for_product(pack.product)
    parent = strategy.fetch_for_parent(pack.listing.product)

    assert int(child.price.incl_tax) == 89_000
    assert (child.availability.num_available, parent.availability.num_available) == (
        7,
        7,
    )
    assert child.availability.is_purchase_permitted(8)[0] is False


@pytest.mark.django_db
def test_oscar_is_told_when_a_pack_is_sold_out() -> None:
    pack = factories.pack(units=7)
    LotBalance.objects.update(received=0)

    sold_out = (
        get_class("partner.strategy", "Selector")().strategy().fetch_for_product(pack.product)
    )

    assert sold_out.availability.is_available_to_buy is False


@pytest.mark.django_db
def test_oscar_counts_no_stock_of_ours() -> None:
    pack = factories.pack()

    assert pack.product.get_product_class().track_stock is False
    assert pack.product.stockrecords.get().num_in_stock is None


@pytest.mark.django_db
def test_oscars_addresses_lead_to_our_pages(client: Client) -> None:
    client.force_login(factories.user())
    listing = factories.listing()
    child = listing.packs.get().product

    leads = {
        listing.product.get_absolute_url(): listing.get_absolute_url(),
        child.get_absolute_url(): listing.get_absolute_url(),
        reverse("catalogue:index"): "/shop/",
        listing.category.category.get_absolute_url(): f"/shop/{listing.category.path}/",
        reverse("search:search") + "?q=nh%C3%A3n": "/search?q=nh%C3%A3n",
        reverse("checkout:shipping-address"): "/checkout/",
        reverse("checkout:thank-you"): "/checkout/",
        reverse("customer:summary"): "/account/",
        reverse("customer:address-list"): "/account/",
        reverse("home"): "/",
    }

    assert {path: client.get(path)["Location"] for path in leads} == leads
    assert reverse("basket:summary") == "/basket/"
    assert reverse("checkout:index") == "/checkout/"


@pytest.mark.django_db
def test_offers_and_wish_lists_are_not_open(client: Client) -> None:
    client.force_login(factories.user())
    paths = [
        reverse("offer:list"),
        reverse("offer:detail", args=["x"]),
        reverse("customer:wishlists-list"),
        reverse("wishlists:detail", args=["x"]),
        reverse("customer:alerts-list"),
        reverse("catalogue:range", args=["x"]),
    ]

    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 404)


def names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Every URL name below some patterns."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern.url_patterns, inner)
        elif pattern.name:
            yield f"{prefix}{pattern.name}"


def test_every_name_oscars_shop_has_still_resolves() -> None:
    """Its dashboard, models and mails reverse them; a name that is gone is a 500 some day."""
    from oscar.config import Shop

    ours = set(names(get_resolver().url_patterns))
    oscars = set()
    for label in (
        "catalogue",
        "basket",
        "checkout",
        "customer",
        "search",
        "offer",
        "wishlists",
    ):
        config = apps.get_app_config(label)
        parent = (
            type(config).__mro__[1] if type(config).__module__ == "catalog.oscar_apps" else None
        )
        patterns = (parent or type(config)).get_urls(config)
        oscars |= {f"{config.namespace}:{name}" for name in names(patterns)}

    assert inspect.isclass(Shop)
    assert {name for name in oscars - ours if ":reviews-" not in name} == set()


@pytest.mark.django_db
def test_posting_a_right_password_to_oscars_form_signs_nobody_in(
    client: Client,
) -> None:
    factories.user("thu@example.vn", password="mật khẩu dài 14")

    for page in ("customer:login", "dashboard:login", "customer:register"):
        client.post(
            reverse(page),
            {
                "username": "thu@example.vn",
                "password": "mật khẩu dài 14",
                "login-username": "thu@example.vn",
                "login-password": "mật khẩu dài 14",
                "login_submit": "1",
            },
        )

    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["nobody", "buyer", "partner", "staff"])
def test_the_dashboard_is_for_the_superuser_alone(client: Client, who: str) -> None:
    seller = factories.cooperative()
    if who != "nobody":
        user = factories.user(is_staff=who == "staff")
        if who == "partner":
            seller.partner.users.add(user)
        client.force_login(user)

    for page in (
        "dashboard:index",
        "dashboard:order-list",
        "dashboard:catalogue-product-list",
    ):
        assert client.get(reverse(page)).status_code in (302, 403)


def test_the_dashboard_has_no_language_in_its_address() -> None:
    assert reverse("dashboard:index") == "/dashboard/"


def test_nothing_of_oscars_is_left_below_names_that_do_not_reverse() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("promotions:home")
    assert Product.__module__ == "oscar.apps.catalogue.models"
    assert Partner.__module__ == "oscar.apps.partner.models"
