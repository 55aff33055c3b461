"""A helper's table: within the consent, with both names, and stopped the moment it ends."""

import pytest

from catalog.members import assisting
from catalog.models import ListingDraft
from marketplace.records import audit
from tests import factories
from tests.marketplace.workspace.assist.hands import acting, give
from tests.marketplace.workspace.sheets import GOODS, STOCK, rows, send, take

pytestmark = pytest.mark.django_db


def with_a_new_row(client):
    """The goods with one row more, tried out."""
    table = rows(client, GOODS)
    new = dict.fromkeys(table[0], "") | {"Tên": "Mận hậu", "Quy cách": "Hộp 1 kg"}
    new |= {"Mô tả": "Giòn.", "Nhóm hàng": "fresh-fruit/plum", "Xã, phường": table[1][8]}
    new |= {"Khối lượng (gam)": "1000", "Giá (đồng)": "60000"}
    return send(client, GOODS, [*table, list(new.values())])


def test_a_helper_takes_over_with_both_names(seller, helper, owner):
    factories.listing(seller)
    client = acting(helper, give(seller, helper, owner, "listings"))

    take(client, GOODS, with_a_new_row(client))

    assert ListingDraft.objects.get().cooperative == seller
    entry = audit.of(seller).get(what="table.taken_over")
    assert (entry.by, entry.on_behalf_of) == (helper, f"catalog.cooperative:{seller.pk}")


def test_nothing_is_taken_over_once_the_consent_has_ended(seller, helper, owner):
    factories.listing(seller)
    consent = give(seller, helper, owner, "listings")
    client = acting(helper, consent)
    tried = with_a_new_row(client)
    assisting.withdraw(consent.pk, by=owner)

    assert take(client, GOODS, tried).status_code == 403
    assert not ListingDraft.objects.exists()


def test_prices_and_stock_are_not_lent(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "listings", "stock"))

    assert client.get(STOCK).status_code == 403
