"""Oscar's dashboard as the superuser uses it: every page opens, and none goes past our verbs."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, reverse
from oscar.apps.dashboard.catalogue.forms import StockRecordForm as OscarStockRecordForm
from oscar.apps.order.models import Order

from catalog.backoffice.stockrecords import StockRecordForm
from tests import factories
from tests.catalog import buying
from tests.rules.people import METHODS, WHOSE

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser(client: Client) -> Client:
    """The superuser's browser, second factor used."""
    user = factories.user(is_staff=True, is_superuser=True)
    client.force_login(user)
    session = client.session
    session[WHOSE] = str(user.pk)
    session[METHODS] = [{"method": "mfa", "at": 9e9, "type": "totp"}]
    session.save()
    return client


@pytest.fixture
def order() -> Order:
    """A guest's order."""
    guest = Client()
    buying.fill(guest, factories.pack())
    buying.place(guest)
    return Order.objects.get()


def pages() -> list[str]:
    """The addresses of the dashboard that need no key."""
    found = []
    for config in apps.get_app_configs():
        if not config.name.startswith("oscar.apps.dashboard"):
            continue
        for pattern in config.get_urls():
            if isinstance(pattern, URLPattern) and pattern.name not in (None, "logout", "login"):
                try:
                    found.append(reverse(f"dashboard:{pattern.name}"))
                except NoReverseMatch:
                    continue
    return sorted(set(found))


def test_every_page_of_the_dashboard_opens(superuser: Client, order: Order) -> None:
    addresses = [
        *pages(),
        reverse("dashboard:order-detail", args=[order.number]),
        reverse("dashboard:partner-manage", args=[order.lines.get().partner_id]),
        reverse("dashboard:catalogue-product", args=[order.lines.get().product_id]),
    ]

    answers = {path: superuser.get(path).status_code for path in addresses}

    assert len(addresses) > 20
    assert {path: code for path, code in answers.items() if code not in (200, 302, 405)} == {}


def test_nobody_is_linked_to_a_seller_by_a_mere_look(superuser: Client) -> None:
    partner, user = factories.cooperative().partner, factories.user()
    address = reverse("dashboard:partner-user-link", args=[partner.pk, user.pk])

    superuser.get(address)
    superuser.post(address)

    assert not partner.users.exists()
    assert not user.user_permissions.exists()


def test_orders_are_not_changed_in_the_dashboard(superuser: Client, order: Order) -> None:
    one = reverse("dashboard:order-detail", args=[order.number])
    all_ = reverse("dashboard:order-list")

    superuser.post(one, {"order_action": "change_order_status", "new_status": "cancelled"})
    superuser.post(
        all_,
        {"action": "change_order_statuses", "new_status": "cancelled", "selected_order": order.pk},
    )

    order.refresh_from_db()
    assert order.status == "awaiting_payment"


def test_price_and_seller_of_a_pack_are_shown_but_not_edited() -> None:
    pack = factories.pack(price=89_000)
    record = pack.product.stockrecords.get()
    admin = factories.user(is_staff=True, is_superuser=True)
    typed = {"partner": record.partner_id, "partner_sku": "new-sku", "price": "1"}

    form = StockRecordForm(pack.product.get_product_class(), admin, typed, instance=record)
    assert form.is_valid(), form.errors
    form.save()

    record.refresh_from_db()
    assert (record.price, record.partner_sku) == (89_000, "new-sku")
    assert issubclass(StockRecordForm, OscarStockRecordForm)
