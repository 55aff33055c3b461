"""The trace over REST."""

import pytest

from catalog.traceability.lots import packing, shipping

pytestmark = pytest.mark.django_db


def trace(client, code, direction=None):
    return client.get(f"/api/v1/trace/{code}", {"direction": direction} if direction else {})


def lot_out(lot, quantity=500.0):
    return {
        "code": lot.code,
        "kind": "lot",
        "state": "open",
        "harvested_on": "2026-08-12",
        "commune": "04168",
        "parties": [{"name": "HTX Nắng Sông Mã", "role": "grower", "commune": "04168"}],
        "quantity": quantity,
        "unit": "kg",
    }


def test_a_box_leads_back_to_its_lot(client, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)

    answer = trace(client, box.code, "back")

    assert answer.status_code == 200
    body = answer.json()
    assert (body["code"], body["listing"]) == (box.code, None)
    assert body["lots"] == [
        lot_out(lot) | {"code": box.code, "kind": "box", "state": "packed", "quantity": 2.0},
        lot_out(lot),
    ]
    assert body["edges"] == [{"from": lot.code, "to": box.code, "quantity": 2.0}]
    assert [(e["kind"], e["quantity"], e["unit"]) for e in body["events"]] == [
        ("harvest", 500.0, "kg"),
        ("packing", 1, "box"),
    ]
    assert body["events"][0]["at"] == "2026-08-12T12:00:00+07:00"


def test_a_lot_leads_forward_to_its_boxes_without_giving_their_codes_away(client, lot, item):
    boxes = packing.pack(lot.pk, item.key, units=2, reference="SO-1", by=None)
    (spoilt,) = packing.pack(lot.pk, item.key, units=1, reference="SO-2", by=None)
    packing.unpack("SO-2", by=None)

    answer = trace(client, lot.code, "forward")

    assert [(edge["to"], edge["quantity"]) for edge in answer.json()["edges"]] == [
        *((f"{box.code[:4]}********", 2.0) for box in boxes),
        (f"{spoilt.code[:4]}********", None),
    ]
    assert all(box.code not in answer.content.decode() for box in boxes)


def test_directions_end_where_the_goods_do(client, lot, item):
    (box,) = packing.pack(lot.pk, item.key, units=1, by=None)

    assert trace(client, lot.code).json()["edges"] == []
    assert trace(client, box.code, "forward").json()["edges"] == []
    assert trace(client, box.code, "sideways").status_code == 422


def test_other_peoples_sales_stay_theirs(client, lot, item):
    (mine,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    packing.pack(lot.pk, item.key, units=1, reference="SO-2", by=None)
    shipping.ship("SO-2", to_commune="00004", by=None)

    answer = trace(client, mine.code)

    assert "shipping" not in {event["kind"] for event in answer.json()["events"]}
    assert "SO-" not in answer.content.decode()


def test_an_unknown_code_is_404(client, db):
    answer = trace(client, "K7Q2M9X4T8BD")

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("application/problem+json")
    assert answer.json()["status"] == 404


def test_guessing_is_refused_here_too(client, db):
    statuses = [trace(client, f"K7Q2M9X4T{n:03}").status_code for n in range(121)]

    assert statuses == [404] * 120 + [429]
