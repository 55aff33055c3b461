"""Company prefixes: what can be one, how many numbers it holds, and what the database refuses."""

import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connections, transaction
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability.codes import checkdigits
from catalog.traceability.identities import numbering, prefixes
from catalog.traceability.models import GivenNumber, NumberPool, TradeItem
from catalog.traceability.parties import registering

pytestmark = pytest.mark.django_db

PREFIX = "9521234"


@pytest.fixture
def pool(db):
    return numbering.register(PREFIX, "gtin", by=None)


@pytest.mark.parametrize(
    "typed", ["", "952123", "95212345678", "2001234", "9771234", "9912345", "0212345", "89a1234"]
)
def test_what_cannot_be_a_prefix_is_refused(db, typed):
    with pytest.raises(prefixes.WrongPrefix):
        numbering.register(typed, "gtin", by=None)

    assert not NumberPool.objects.exists()


def test_a_prefix_is_counted_once_for_each_kind(pool):
    with pytest.raises(numbering.PoolKnown):
        numbering.register("952 1234", "gtin", by=None)

    numbering.register(PREFIX, "sscc", by=None)

    assert NumberPool.objects.count() == 2


@pytest.mark.parametrize(
    "facts",
    [
        {"prefix": "200123"},
        {"prefix": "9521234", "next_reference": 100_001},
        {"prefix": "9521234", "kind": "giai"},
        {"prefix": "9521234", "state": "lost"},
    ],
)
def test_the_database_holds_pools_to_their_rules(db, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberPool.objects.create(**{"kind": "gtin", **facts})


@pytest.mark.parametrize(
    "facts",
    [
        {"gtin": "09521234000006"},
        {"scheme": "own"},
        {"gtin": "09521234000006", "scheme": "own", "units": 6},
        {"gtin": "19521234000003", "scheme": "own", "units": 1},
    ],
)
def test_the_database_holds_items_to_their_rules(item, facts):
    inside = {"contains": item} if facts.get("units") == 1 else {}
    with pytest.raises(IntegrityError), transaction.atomic():
        TradeItem.objects.create(key="pack-x", name_vi="Hộp", **inside, **facts)


@given(
    st.from_regex(r"952[0-9]{4,7}", fullmatch=True),
    st.sampled_from(["gtin", "gln", "sscc"]),
    st.data(),
)
def test_every_number_of_a_pool_is_right_and_begins_with_its_prefix(prefix, kind, data):
    last = prefixes.capacity(prefix, kind) - 1
    number = prefixes.number(prefix, kind, data.draw(st.integers(0, last)))
    check = {"gtin": checkdigits.gtin14, "gln": checkdigits.gln, "sscc": checkdigits.sscc}[kind]

    assert check(number) == number
    assert number.removeprefix("" if kind == "gln" else "0").startswith(prefix)


def at_once(*works: Callable[[], object]) -> list[object]:
    """Let all begin together, each with a connection of its own; what each answered."""
    barrier, answers = threading.Barrier(len(works)), []

    def run(work: Callable[[], object]) -> None:
        try:
            barrier.wait()
            answers.append(work())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_who_ask_at_once_get_different_numbers_and_one_item_one():
    numbering.register(PREFIX, "gtin", by=None)
    keys = [registering.item(f"pack-{number}", name_vi="Nhãn").key for number in range(4)]

    numbers = at_once(
        *(lambda key=key: numbering.give_gtin(key, by=None).gtin for key in (*keys, *keys))
    )

    assert len(numbers) == 8
    assert len(set(numbers)) == 4
    assert NumberPool.objects.get().next_reference == 4
    assert GivenNumber.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_one_shipping_unit_asked_for_twice_at_once_gets_one_number():
    numbering.register(PREFIX, "sscc", by=None)

    numbers = at_once(*[lambda: numbering.give_sscc("parcel-1", by=None)] * 4)

    assert len(numbers) == 4
    assert len(set(numbers)) == 1
    assert GivenNumber.objects.count() == 1
