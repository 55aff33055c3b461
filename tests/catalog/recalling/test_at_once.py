"""A recall opened while others pack the same lot: nobody is forgotten, nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from catalog.models import PackedLot, RecalledLine, RecallNotice, SellerOrder
from catalog.orders import accepting, packing
from catalog.traceability.lots.packing import LotNotOpen
from catalog.traceability.recalls import opening
from tests import factories
from tests.catalog.recalling.goods import WHY, broken, ordered
from tests.marketplace.workspace import hands

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Run deeds in threads that start together; what became of each."""
    gate = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> str:
        try:
            gate.wait(timeout=20)
            deed()
        except (LotNotOpen, opening.MoveRefused):
            return "refused"
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [future.result() for future in [pool.submit(run, deed) for deed in deeds]]


@pytest.mark.parametrize("_round", range(3))
def test_what_is_packed_beside_a_recall_is_in_its_list_or_is_refused(_round):
    pack, worker = factories.pack(), factories.user()
    lot = factories.balance(pack).lot
    parts = [hands.parcel(ordered(pack)) for _ in range(4)]
    for part in parts:
        accepting.accept(part.pk, called=True, by=worker)
    recall = opening.begin(opening.About(codes=[lot.code]), opening.Words(WHY), by=worker)

    done = at_once(
        *(lambda part=part: packing.pack(part.pk, {}, by=worker) for part in parts),
        lambda: opening.start(recall.pk, by=worker),
        lambda: opening.start(recall.pk, by=worker),
    )

    assert sorted(done[4:]) == ["done", "refused"]
    packed = SellerOrder.objects.filter(state="packed")
    assert packed.count() == done[:4].count("done")
    lines = set(PackedLot.objects.values_list("line", flat=True))
    assert set(RecalledLine.objects.values_list("line", flat=True)) == lines
    assert RecallNotice.objects.count() == bool(lines)
    assert broken() == []
