"""Several hands at one order in the same moment, on PostgreSQL: one wins, nothing is done twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from oscar.apps.order.models import Order

from catalog.listings import harvesting
from catalog.listings.models import Pack
from catalog.listings.proposals import LotDraft
from catalog.orders import accepting, ending, packing, sending
from catalog.orders.models import PackedLot, SellerOrder
from catalog.orders.refusals import MoveRefused
from catalog.stock.models import LotBalance
from catalog.traceability.models import Box
from marketplace.people.models import User
from marketplace.records import clock
from payments.models import Incident
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Run deeds in threads that start together; a refusal is answered by its name."""
    gate = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> object:
        try:
            gate.wait(timeout=20)
            return deed()
        except MoveRefused:
            return "refused"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [future.result() for future in [pool.submit(run, deed) for deed in deeds]]


@pytest.fixture
def worker() -> User:
    """Somebody of the cooperative."""
    return factories.user()


def accepted(part: SellerOrder, by: User) -> SellerOrder:
    """The part, accepted."""
    return accepting.accept(part.pk, called=True, by=by)


def second_lot(pack: Pack) -> int:
    """Another lot of the pack with ten units, and its key."""
    draft = LotDraft(clock.local_day(), None, {pack.key: 10})
    return harvesting.add(pack.listing_id, draft, by=factories.user()).pk


def numbers() -> list[tuple[int, int, int]]:
    """Received, held and sold of every balance."""
    return list(LotBalance.objects.order_by("pk").values_list("received", "held", "sold"))


def test_two_packers_who_chose_different_lots_make_the_boxes_once(worker: User) -> None:
    pack = factories.pack(units=10)
    other = second_lot(pack)
    part = accepted(hands.parcel(hands.ordered(pack, quantity=3)), worker)
    line = part.lines.get()

    made = at_once(
        lambda: packing.pack(part.pk, {}, by=worker),
        lambda: packing.pack(part.pk, {line.pk: {other: 3}}, by=worker),
    )

    assert made[0] == made[1]
    assert Box.objects.count() == 3
    assert PackedLot.objects.count() == 1
    assert sum(sold for _received, _held, sold in numbers()) == 3
    assert hands.broken() == []


def test_packers_who_swap_lots_of_two_goods_do_not_block_each_other(worker: User) -> None:
    seller = factories.cooperative()
    first, second = factories.pack(seller, units=10), factories.pack(seller, units=10)
    lots = {pack.pk: second_lot(pack) for pack in (first, second)}
    parts = [
        accepted(hands.parcel(hands.ordered(*pair)), worker)
        for pair in ((first, second), (second, first)) * 3
    ]
    choices = [{line.pk: {lots[line.pack_id]: 1} for line in part.lines.all()} for part in parts]

    made = at_once(
        *[
            lambda part=part, choice=choice: packing.pack(part.pk, choice, by=worker)
            for part, choice in zip(parts, choices, strict=True)
        ]
    )

    assert [len(boxes) for boxes in made] == [2] * 6
    assert set(Box.objects.values_list("lot", flat=True)) == set(lots.values())
    assert hands.broken() == []


def test_accepting_and_the_buyers_cancelling_at_once_one_wins(worker: User) -> None:
    pack = factories.pack(units=10)
    for _ in range(4):
        order = hands.ordered(pack)
        part = hands.parcel(order)

        answers = at_once(
            lambda part=part: accepting.accept(part.pk, called=True, by=worker),
            lambda order=order: ending.cancel(order.number),
        )

        assert answers.count("refused") == 1
        won = hands.state(part)
        assert won == ("confirmed" if answers[1] == "refused" else "cancelled")
    assert hands.broken() == []


def test_accepting_and_the_end_of_the_time_at_once_one_wins(worker: User) -> None:
    part = hands.parcel(hands.ordered(factories.pack(units=10)))

    accepted_, declined = at_once(
        lambda: accepting.accept(part.pk, called=True, by=worker), lambda: ending.decline(part.pk)
    )

    assert (accepted_ == "refused") == declined
    assert hands.state(part) == ("cancelled" if declined else "confirmed")
    assert hands.broken() == []


def test_packing_and_giving_back_at_once_one_wins(worker: User) -> None:
    order = hands.ordered(factories.pack(units=10), channel="vietqr", quantity=2)
    part = accepted(hands.parcel(order), worker)

    answers = at_once(
        lambda: packing.pack(part.pk, {}, by=worker),
        lambda: ending.give_back(part.pk, opened="confirmed", by=worker),
    )

    assert answers.count("refused") == 1
    packed = hands.state(part) == "packed"
    assert Box.objects.count() == (2 if packed else 0)
    assert Incident.objects.count() == (0 if packed else 1)
    assert hands.broken() == []


def test_two_parcels_of_one_order_go_at_once_and_cash_comes_at_both_doors(worker: User) -> None:
    packs = [factories.pack(factories.cooperative(), units=10) for _ in range(2)]
    order: Order = hands.ordered(*packs)
    parts = [hands.parcel(order, pack).pk for pack in packs]

    for verb in (
        lambda part: accepting.accept(part, called=True, by=worker),
        lambda part: packing.pack(part, {}, by=worker),
        lambda part: sending.ship(part, by=worker),
        lambda part: sending.deliver(part, by=worker),
    ):
        at_once(*[lambda part=part, verb=verb: verb(part) for part in parts * 2])

    assert hands.status(order) == "delivered"
    assert list(order.events.values_list("what", flat=True)).count("paid") == 1
    assert order.events.count() == 10
    assert hands.broken() == []
