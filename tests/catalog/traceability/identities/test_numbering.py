"""Numbers on goods: out of the province's prefix, the cooperative's own, and on cartons.

Every prefix here begins with 952, which GS1 keeps for examples.
"""

import pytest
from django.db import DatabaseError, transaction

from catalog.traceability.codes import checkdigits, digitallink
from catalog.traceability.identities import numbering
from catalog.traceability.models import GivenNumber, NumberPool, Party, TradeItem
from catalog.traceability.parties import registering
from marketplace.records import invariants
from marketplace.records.models import AuditEntry

pytestmark = pytest.mark.django_db

PREFIX = "9521234"


@pytest.fixture
def pool(db):
    return numbering.register(PREFIX, "gtin", by=None)


@pytest.fixture
def last_number(db):
    """A pool of a long prefix with one number left."""
    pool = numbering.register("9529876543", "gtin", by=None)
    NumberPool.objects.filter(pk=pool.pk).update(next_reference=99)
    return pool


def broken():
    """What the invariants of numbers find wrong."""
    names = ("given_numbers_are_borne", "cartons_bear_their_items_number")
    found = [one for one in invariants.check() if one.name in names]
    assert len(found) == 2
    return {one.name: one.sample for one in found if one.count}


def test_an_item_gets_the_next_number_of_the_province(pool, item):
    given_item = numbering.give_gtin(item.key, by=None)

    assert (given_item.gtin, given_item.scheme) == ("09521234000006", "pool")
    assert checkdigits.gtin14(given_item.gtin) == given_item.gtin
    assert NumberPool.objects.get().next_reference == 1
    assert list(GivenNumber.objects.values_list("number", "reference", "holder", "kind")) == [
        ("09521234000006", 0, "pack-34", "gtin")
    ]
    assert AuditEntry.objects.filter(what="numbers.given").get().after == {"gtin": "09521234000006"}


def test_asked_twice_an_item_keeps_its_number(pool, item):
    once = numbering.give_gtin(item.key, by=None).gtin

    again = numbering.give_gtin(item.key, by=None).gtin

    assert again == once
    assert NumberPool.objects.get().next_reference == 1
    assert GivenNumber.objects.count() == 1


def test_every_item_gets_another_number(pool):
    for number in range(12):
        registering.item(f"pack-{number}", name_vi="Nhãn")

    numbers = {numbering.give_gtin(f"pack-{number}", by=None).gtin for number in range(12)}

    assert len(numbers) == 12
    assert all(number.startswith(f"0{PREFIX}") for number in numbers)


def test_an_item_with_a_number_of_its_own_gets_none(pool, item):
    numbering.take_own(item.key, "9529999000019", by=None)

    with pytest.raises(numbering.AlreadyNumbered):
        numbering.give_gtin(item.key, by=None)

    found = TradeItem.objects.get(key=item.key)
    assert (found.gtin, found.scheme) == ("09529999000019", "own")
    assert not GivenNumber.objects.exists()


def test_an_empty_pool_gives_nothing(last_number, item):
    other = registering.item("pack-35", name_vi="Xoài")
    numbering.give_gtin(item.key, by=None)

    with pytest.raises(numbering.NoneLeft):
        numbering.give_gtin(other.key, by=None)

    assert TradeItem.objects.get(key=item.key).gtin == "09529876543998"
    assert TradeItem.objects.get(key=other.key).gtin == ""
    assert NumberPool.objects.get().next_reference == 100


def test_when_one_pool_is_empty_the_next_one_gives(last_number, pool, item):
    other = registering.item("pack-35", name_vi="Xoài")

    numbers = [numbering.give_gtin(key, by=None).gtin for key in (item.key, other.key)]

    assert numbers == ["09529876543998", "09521234000006"]


def test_a_closed_pool_gives_nothing_until_it_is_opened(pool, item):
    numbering.set_state(pool.pk, "closed", by=None)
    with pytest.raises(numbering.NoneLeft):
        numbering.give_gtin(item.key, by=None)

    numbering.set_state(pool.pk, "open", by=None)

    assert numbering.give_gtin(item.key, by=None).gtin == "09521234000006"


def test_a_number_somebody_typed_before_is_passed_over(item):
    registering.item("pack-1", name_vi="Mận", gtin="9521234000006")
    numbering.register(PREFIX, "gtin", by=None)

    assert numbering.give_gtin(item.key, by=None).gtin == "09521234000013"


def test_a_number_stays_when_the_listing_is_written_anew(pool, item):
    gtin = numbering.give_gtin(item.key, by=None).gtin

    again = registering.item(item.key, name_vi="Nhãn mới", gtin=gtin)

    assert (again.gtin, again.scheme) == (gtin, "pool")
    assert broken() == {}


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("9529999000010", checkdigits.WrongNumber),
        ("952999900001", checkdigits.WrongNumber),
        ("nhãn", checkdigits.WrongNumber),
        ("9521234000006", numbering.NotOwn),
        ("9529999000026", numbering.NumberTaken),
    ],
)
def test_a_wrong_own_number_is_refused_and_nothing_changes(pool, item, typed, refusal):
    registering.item("pack-1", name_vi="Mận", gtin="9529999000026")

    with pytest.raises(refusal):
        numbering.take_own(item.key, typed, by=None)

    found = TradeItem.objects.get(key=item.key)
    assert (found.gtin, found.scheme) == ("", "internal")


def test_an_own_number_once_written_down_stays(item):
    numbering.take_own(item.key, "9529999000019", by=None)
    numbering.take_own(item.key, "09529999000019", by=None)

    with pytest.raises(numbering.AlreadyNumbered):
        numbering.take_own(item.key, "9529999000026", by=None)

    assert TradeItem.objects.get(key=item.key).gtin == "09529999000019"
    assert AuditEntry.objects.filter(what="numbers.own").count() == 1


def test_a_party_gets_a_location_number_once(party):
    numbering.register(PREFIX, "gln", by=None)

    numbers = [numbering.give_gln(party.key, by=None).gln for _ in range(2)]

    assert numbers == ["9521234000006"] * 2
    assert Party.objects.get(key=party.key).gln == "9521234000006"
    assert digitallink.of([("417", numbers[0])]).key == "417"
    assert broken() == {}


def test_a_shipping_unit_gets_a_number_once(db):
    numbering.register(PREFIX, "sscc", by=None)

    first = numbering.give_sscc("parcel-1", extension=3, by=None)
    other = numbering.give_sscc("parcel-2", by=None)

    assert first == numbering.give_sscc("parcel-1", by=None)
    assert (first[:8], other[:8]) == ("39521234", "09521234")
    assert [checkdigits.sscc(number) for number in (first, other)] == [first, other]


def test_a_pool_of_one_kind_gives_no_other(pool, party):
    with pytest.raises(numbering.NoneLeft):
        numbering.give_gln(party.key, by=None)

    assert Party.objects.get(key=party.key).gln == ""


def test_a_carton_bears_the_items_number_behind_an_indicator(pool, item):
    numbering.give_gtin(item.key, by=None)

    carton = numbering.pack_in_carton(item.key, 6, by=None)
    bigger = numbering.pack_in_carton(item.key, 12, by=None)

    assert carton == numbering.pack_in_carton(item.key, 6, by=None)
    assert (carton.gtin[:13], bigger.gtin[:13]) == ("1952123400000", "2952123400000")
    assert checkdigits.gtin14(carton.gtin) == carton.gtin
    assert (carton.contains, carton.units, carton.net_weight_g) == (item, 6, 12_000)
    assert carton.scheme == "pool"
    assert broken() == {}


def test_there_are_eight_cartons_of_an_item_and_no_ninth(pool, item):
    numbering.give_gtin(item.key, by=None)
    for units in range(2, 10):
        numbering.pack_in_carton(item.key, units, by=None)

    with pytest.raises(numbering.NoneLeft):
        numbering.pack_in_carton(item.key, 10, by=None)

    assert TradeItem.objects.filter(contains=item).count() == 8


def test_a_carton_needs_a_number_inside_and_is_no_item_of_another(pool, item):
    with pytest.raises(numbering.NoNumberInside):
        numbering.pack_in_carton(item.key, 6, by=None)

    numbering.give_gtin(item.key, by=None)
    carton = numbering.pack_in_carton(item.key, 6, by=None)

    with pytest.raises(numbering.NoNumberInside):
        numbering.pack_in_carton(carton.key, 6, by=None)


def test_a_given_number_that_nobody_bears_is_noticed(pool, item):
    numbering.give_gtin(item.key, by=None)
    TradeItem.objects.filter(pk=item.pk).update(gtin="", scheme="internal")

    assert broken() == {
        "given_numbers_are_borne": [
            {"key": "pack-34", "gtin": "", "number": "09521234000006"},
        ]
    }


def test_a_given_number_is_never_changed(pool, item):
    numbering.give_gtin(item.key, by=None)

    with pytest.raises(DatabaseError), transaction.atomic():
        GivenNumber.objects.update(holder="x")
    with pytest.raises(DatabaseError), transaction.atomic():
        GivenNumber.objects.all().delete()

    assert GivenNumber.objects.get().holder == item.key
