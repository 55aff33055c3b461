"""Each sentence about vouchers notices when somebody breaks it."""

import pytest
from django.db import connection
from django.test import Client

from marketplace.records import invariants
from tests import factories
from tests.catalog import buying
from tests.catalog.promotions.making import voucher

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "sql"),
    [
        ("voucher_counts_its_uses", "UPDATE catalog_voucher SET used = used + 1"),
        ("voucher_shares_add_up", "UPDATE catalog_voucheruse SET amount = amount + 1"),
        ("voucher_share_is_in_its_part", "UPDATE catalog_partdiscount SET goods = goods + 1"),
        ("voucher_leaks_to_nobody", "UPDATE catalog_partdiscount SET payer = 'platform'"),
    ],
)
def test_a_broken_sentence_is_found(client: Client, name: str, sql: str):
    voucher()
    buying.fill(client, factories.pack())
    client.post("/basket/vouchers/add/", {"code": "TUANNHAN"})
    buying.place(client)
    assert not [one.name for one in invariants.check() if one.count]

    with connection.cursor() as cursor:
        cursor.execute(sql)

    assert name in [one.name for one in invariants.check() if one.count]
