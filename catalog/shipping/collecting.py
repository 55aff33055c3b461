"""Who takes cash at the door on each lane: a courier for the market, or the cooperative itself."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from catalog.shipping.models import Lane
from marketplace.people.models import User
from marketplace.records import audit
from payments.models import Courier


@transaction.atomic
def change(couriers: Mapping[int, Courier | None], *, by: User) -> int:
    """Let couriers, by the lanes' keys, take the cash of parcels sent from now on; how many lanes.

    Parcels that are on their way stay with whom they were entrusted to.
    """
    changed = 0
    for lane in (
        Lane.objects.select_for_update(of=("self",)).select_related("courier").order_by("pk")
    ):
        if lane.pk not in couriers or lane.courier == couriers[lane.pk]:
            continue
        before = {"courier": lane.courier.code if lane.courier else ""}
        lane.courier = found = couriers[lane.pk]
        lane.save(update_fields=("courier",))
        after = {"courier": found.code if found else ""}
        audit.record(by, lane, "lane.courier", before=before, after=after)
        changed += 1
    return changed
