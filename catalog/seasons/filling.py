"""A harvest comes in: who ordered first is served first, and told when all of it is there."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from catalog.seasons import claiming
from catalog.seasons.models import PreOrder
from catalog.stock import holding
from marketplace.records import clock, outbox

State = PreOrder.State


def waiting(pack_ids: Iterable[int]) -> QuerySet[PreOrder]:
    """Who waits for units of these packs, in the order in which they are served."""
    return PreOrder.objects.filter(
        offer__pack__in=set(pack_ids), state=State.WAITING, offer__window__over_at__isnull=True
    ).order_by("at", "pk")


def lock(pack_ids: Iterable[int]) -> None:
    """Lock the windows somebody waits at, for who is going to bring units in."""
    claiming.lock(waiting(pack_ids).order_by().values_list("offer_id", flat=True).distinct())


@transaction.atomic
def fill(pack_ids: Iterable[int]) -> int:
    """Turn pre-orders into holds on lots as far as there are units; how many lines are ready.

    Only lots picked since the window was opened count: what was there before is not the harvest
    that was promised. Nobody is overtaken: what is left when the first has all he ordered goes to
    the second, and what nobody waits for stays on the shelf.
    """
    queue = waiting(pack_ids)
    offers = claiming.lock(queue.order_by().values_list("offer_id", flat=True).distinct())
    if not offers:
        return 0
    preorders = list(queue.filter(offer__in=offers).select_for_update(of=("self",)))
    since = {key: clock.local_day(one.window.opened_at) for key, one in offers.items()}
    got = holding.hold_what_there_is(
        [
            holding.Wanted(one.pk, offers[one.offer_id].pack_id, one.quantity - one.filled)
            for one in preorders
        ],
        picked_since={offers[key].pack_id: day for key, day in since.items()},
    )
    ready = []
    for one in preorders:
        one.filled += got.get(one.pk, 0)
        if one.filled == one.quantity:
            one.state = State.READY
            ready.append(one.pk)
    PreOrder.objects.bulk_update(preorders, ["filled", "state"])
    _tell(ready)
    return len(ready)


def _tell(lines: list[int]) -> None:
    """The parts of which nothing is missing any more may begin."""
    parts = PreOrder.objects.filter(pk__in=lines).values_list("line__seller_order", flat=True)
    for part in sorted(set(parts)):
        missing = PreOrder.objects.filter(line__seller_order=part, state=State.WAITING)
        if not missing.exists():
            at = clock.now()
            outbox.post("preorder.ready", key=f"{part}-{at:%Y%m%d%H%M%S%f}", seller_order=part)
