"""Growers with their consent, growing areas and houses, written down on a phone."""

import pytest

from catalog.traceability.growing import enrolling
from catalog.traceability.models import Facility, Grower, GrowingArea

pytestmark = pytest.mark.django_db

GROWER = {"name": "Lò Thị Mẫu", "alias": "Hộ 12", "phone": "0912 345 678"}


def test_a_grower_is_named_with_consent_only(browser, seller, owner):
    browser.post("/sell/growers/", GROWER | {"commune": seller.commune.full_name})
    grower = Grower.objects.get()
    address = f"/sell/growers/{grower.pk}/consent/"
    before = grower.shown

    browser.post(address, {"given": "1"})
    given = Grower.objects.get()
    page = browser.get(f"/sell/growers/{grower.pk}/").content.decode()
    browser.post(address, {"given": "0"})

    taken = Grower.objects.get()
    assert (before, given.shown, taken.shown) == ("Hộ 12", "Lò Thị Mẫu", "Hộ 12")
    assert owner.display_name in page
    assert taken.consent_withdrawn_at is not None
    assert grower.phone == "+84912345678"


def test_an_alias_stands_for_one_grower(browser, seller):
    told = GROWER | {"commune": seller.commune.full_name}
    browser.post("/sell/growers/", told)

    answer = browser.post("/sell/growers/", told | {"name": "Lò Văn Khác"})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["alias"]
    assert Grower.objects.count() == 1


def test_areas_and_houses_are_written_down_and_put_right(browser, seller):
    area = {"code": "vn-slor-0001", "crop": "Nhãn", "state": "active", "valid_from": "2025-01-01"}
    house = {
        "kind": "packing",
        "name": "Nhà sơ chế",
        "code": "VN-SLPH-001",
        "commune": seller.commune.full_name,
        "is_usual": "on",
    }

    browser.post("/sell/areas/", area)
    browser.post("/sell/houses/", house)
    browser.post("/sell/houses/", house | {"name": "Nhà mới", "code": ""})
    row = GrowingArea.objects.get()
    changed = browser.post(f"/sell/areas/{row.pk}/", area | {"state": "suspended"})

    assert changed["Location"] == "/sell/areas/"
    row.refresh_from_db()
    assert (row.code, row.state) == ("VN-SLOR-0001", "suspended")
    usual = Facility.objects.filter(is_usual=True)
    assert [one.name for one in usual] == ["Nhà mới"]


@pytest.mark.parametrize(
    ("room", "facts", "field"),
    [
        ("areas", {"code": "<b>"}, "code"),
        ("areas", {"valid_from": "2025-02-01", "valid_to": "2025-01-01"}, "valid_to"),
        ("houses", {"gln": "9520000000001"}, "gln"),
        ("houses", {"kind": "palace"}, "kind"),
        ("growers", {"phone": "12"}, "phone"),
        ("growers", {"alias": ""}, "alias"),
    ],
)
def test_what_no_register_takes_is_said_at_its_field(browser, room, facts, field):
    answer = browser.post(f"/sell/{room}/", facts)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_foreign_growers_areas_and_houses_are_not_found(browser, strange):
    key = strange.cooperative.party.key
    rows = {
        "growers": enrolling.grower(key, by=None, name="A", alias="B", commune_code="04168"),
        "houses": enrolling.facility(key, by=None, kind="store", name="K", commune_code="04168"),
        "areas": enrolling.area(key, by=None, code="X-1", crop="Nhãn", valid_from="2025-01-01"),
    }

    for room, row in rows.items():
        assert browser.get(f"/sell/{room}/{row.pk}/").status_code == 404
        assert browser.post(f"/sell/{room}/{row.pk}/", {}).status_code == 404
    grower = rows["growers"]
    assert browser.post(f"/sell/growers/{grower.pk}/consent/", {"given": "1"}).status_code == 404
    grower.refresh_from_db()
    assert grower.consents is False
