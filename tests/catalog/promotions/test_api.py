"""An app types a code in: additive fields of basket and order, and refusals it can show."""

import pytest

from catalog.promotions.models import Voucher
from payments.models import Invoice
from tests import factories
from tests.catalog.checkout.test_api import basket, call, checkout, wish
from tests.catalog.promotions.making import voucher

pytestmark = pytest.mark.django_db


def test_an_app_types_a_code_and_pays_less():
    voucher(amount=10_000)
    pack = factories.pack(price=89_000)
    made = basket(pack)
    key = {"Basket_Token": made["token"]}

    shown = call("PUT", f"/baskets/{made['id']}/voucher", {"code": "tuannhan"}, **key).json()
    placed = checkout(made, wish())

    assert (shown["discount"], shown["groups"][0]["discount"]) == (10_000, 10_000)
    assert shown["voucher"] == {
        "code": "TUANNHAN",
        "title": "Tuần nhãn",
        "payer": "province",
        "amount": 10_000,
    }
    order = placed.json()
    (part,) = order["seller_orders"]
    assert placed.status_code == 201
    assert part["subtotal"] + part["shipping"] - part["discount"] == part["total"]
    assert order["total"] == part["total"] == order["payments"][0]["amount"]
    assert (order["discount"], order["voucher"]["payer"]) == (10_000, "province")
    assert Invoice.objects.get().total == order["total"]


def test_an_app_that_expects_no_total_is_told_that_the_code_ended():
    code = voucher()
    made = basket(factories.pack())
    call("PUT", f"/baskets/{made['id']}/voucher", {"code": code.code}, Basket_Token=made["token"])
    Voucher.objects.update(stopped_at="2026-01-01T00:00:00Z")

    refused = checkout(made, wish())

    assert refused.status_code == 409
    assert refused.json()["basket"]["voucher"]["refused"] == "Mã TUANNHAN đã hết hạn."


def test_a_code_is_taken_out_and_unknown_ones_are_refused():
    voucher()
    made = basket(factories.pack())
    key = {"Basket_Token": made["token"]}
    path = f"/baskets/{made['id']}/voucher"

    assert call("PUT", path, {"code": "XYZ"}, **key).status_code == 422
    assert call("PUT", path, {"code": "TUANNHAN"}).status_code == 404
    call("PUT", path, {"code": "TUANNHAN"}, **key)
    without = call("DELETE", path, **key).json()

    assert without["discount"] == 0
    assert "voucher" not in without
