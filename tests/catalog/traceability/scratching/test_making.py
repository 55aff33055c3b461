"""Digits are made in the background, handed out once, and kept as slow hashes alone."""

import pytest

from catalog.traceability import codes, recalls
from catalog.traceability.lots import packing, shipping
from catalog.traceability.models import ScratchCode, ScratchSheet
from catalog.traceability.scratching import digits, making, opening
from marketplace import settings as market
from marketplace.records import audit, outbox
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.scratching.conftest import broken, digits_in, made

pytestmark = pytest.mark.django_db


def rows(*fields):
    return list(ScratchCode.objects.order_by("box").values_list(*fields))


def test_the_outbox_makes_a_sheet_part_by_part(lot, item, monkeypatch):
    monkeypatch.setattr(making, "PART", 2)
    packing.pack(lot.pk, item.key, units=5, by=None)
    sheet = making.ask(lot.pk, by=None)
    steps = []
    for _part in range(3):
        outbox.drain(1)
        sheet.refresh_from_db()
        steps.append((sheet.made, sheet.state))

    assert steps == [(2, "making"), (4, "making"), (5, "ready")]
    assert outbox.waiting().count() == 0
    assert len({bytes(salt) for (salt,) in rows("salt")}) == 5
    assert broken() == []


def test_the_market_hashes_slowly(lot, boxes, settings):
    settings.SCRATCH_COST = market.SCRATCH_COST

    sheet = made(making.ask(lot.pk, by=None))

    seed = digits.unlocked(bytes(sheet.seed), sheet.token)
    code, cost, salt, digest = rows("box__code", "cost", "salt", "digest")[0]
    assert cost >= 15
    assert digits.fit(digits.of_box(seed, code), bytes(salt), bytes(digest), cost)
    assert not digits.fit(digits.of_box(seed, code), bytes(salt), bytes(digest), cost - 1)


def test_a_part_made_twice_changes_nothing(lot, boxes):
    sheet = made(making.ask(lot.pk, by=None))
    before = rows("salt", "digest")

    assert making.go_on(sheet.pk).made == 2
    assert rows("salt", "digest") == before


def test_the_table_names_each_box_and_its_digits_and_nothing_keeps_them(lot, boxes):
    sheet = made(making.ask(lot.pk, by=None))

    table = making.fetch(sheet.pk, by=None).decode("utf-8-sig").splitlines()

    found = digits_in(("\n".join(table)).encode())
    assert table[0] == "url,code,scratch"
    assert [line.split(",")[0] for line in table[1:]] == [codes.address(box) for box in boxes]
    assert list(found) == [box.code for box in boxes]
    assert all(len(one) == 8 and one.isdigit() for one in found.values())
    sheet.refresh_from_db()
    assert (sheet.state, bytes(sheet.seed), sheet.fetched_at) == ("fetched", b"", NOW)
    assert rows("given_at") == [(NOW,), (NOW,)]
    kept = [bytes(part) for code in rows("salt", "digest") for part in code]
    assert all(one.encode() not in part for one in found.values() for part in kept)
    assert {deed.what for deed in audit.of(sheet)} == {"scratch.asked", "scratch.fetched"}
    assert all(one not in str(deed.after) for one in found.values() for deed in audit.of(sheet))


def test_the_digits_are_handed_out_once(lot, boxes, given):
    sheet = ScratchSheet.objects.get()

    with pytest.raises(making.NotReady):
        making.fetch(sheet.pk, by=None)


def test_digits_that_are_being_made_are_not_handed_out(lot, boxes):
    sheet = making.ask(lot.pk, by=None)

    with pytest.raises(making.NotReady):
        making.fetch(sheet.pk, by=None)
    assert rows("given_at") == [(None,), (None,)]


def test_each_box_gets_digits_once(lot, boxes, item, given):
    with pytest.raises(making.NothingToScratch):
        making.ask(lot.pk, by=None)

    packing.pack(lot.pk, item.key, units=3, by=None)
    assert making.ask(lot.pk, by=None).units == 3


def test_boxes_that_left_the_house_get_none(lot, item):
    packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    packing.pack(lot.pk, item.key, units=1, reference="SO-2", by=None)
    (here,) = packing.pack(lot.pk, item.key, units=1, reference="SO-3", by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)
    packing.unpack("SO-2", by=None)

    assert [code.box for code in making.ask(lot.pk, by=None).codes.all()] == [here]


def test_a_box_sent_before_the_file_was_taken_has_no_digits(lot, item, boxes):
    packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    sheet = made(making.ask(lot.pk, by=None))
    shipping.ship("SO-1", to_commune="00004", by=None)

    found = digits_in(making.fetch(sheet.pk, by=None))

    assert list(found) == [box.code for box in boxes]
    assert rows("given_at") == [(NOW,), (NOW,), (None,)]
    assert broken() == []


def test_nothing_is_made_for_a_lot_that_was_called_back(lot, boxes):
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    with pytest.raises(making.CalledBack):
        making.ask(lot.pk, by=None)
    assert ScratchSheet.objects.count() == 0


def test_a_lost_file_is_made_anew_and_the_earlier_digits_are_void(boxes, given):
    old = ScratchSheet.objects.get()
    one, other = boxes
    opening.enter(one.pk, given[one.code], place="14")

    sheet = made(making.anew(old.pk, by=None))
    fresh = digits_in(making.fetch(sheet.pk, by=None))

    assert list(fresh) == [other.code]
    assert fresh[other.code] != given[other.code]
    assert not opening.enter(other.pk, given[other.code], place="").is_right
    assert opening.enter(other.pk, fresh[other.code], place="").is_first
    assert not opening.enter(one.pk, given[one.code], place="14").is_first
    old.refresh_from_db()
    assert (old.state, bytes(old.seed)) == ("replaced", b"")
    assert broken() == []


def test_between_two_files_no_digits_count(boxes, given):
    making.anew(ScratchSheet.objects.get().pk, by=None)

    with pytest.raises(opening.NoScratchCode):
        opening.enter(boxes[0].pk, given[boxes[0].code], place="")


def test_a_sheet_is_replaced_once_and_not_when_all_are_sent(lot, item):
    packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    first = made(making.ask(lot.pk, by=None))
    second = made(making.anew(first.pk, by=None))

    with pytest.raises(making.NotReady):
        making.anew(first.pk, by=None)
    making.fetch(second.pk, by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)
    with pytest.raises(making.NothingToScratch):
        making.anew(second.pk, by=None)

    assert list(ScratchSheet.objects.order_by("pk").values_list("state", flat=True)) == [
        "replaced",
        "fetched",
    ]


def test_with_another_secret_key_the_digits_are_lost_and_can_be_made_anew(lot, boxes, settings):
    sheet = made(making.ask(lot.pk, by=None))
    going = making.anew(sheet.pk, by=None)
    settings.SECRET_KEY = "another one"

    assert outbox.drain() >= 1
    assert [message.topic for message in outbox.dead()] == ["scratch.make"]
    fresh = made(making.anew(going.pk, by=None))
    assert len(digits_in(making.fetch(fresh.pk, by=None))) == 2


def test_digits_follow_from_the_seed_and_look_like_chance():
    seed = digits.unlocked(digits.fresh_seed("a sheet"), "a sheet")
    found = [digits.of_box(seed, f"BOX{n:09}") for n in range(2_000)]

    assert len(set(found)) >= 1_999
    assert {one[0] for one in found} == set("0123456789")
    assert found[7] == digits.of_box(seed, "BOX000000007")


def test_a_seed_opens_under_its_own_name_alone():
    locked = digits.fresh_seed("a sheet")

    with pytest.raises(digits.SeedLost):
        digits.unlocked(locked, "another sheet")
