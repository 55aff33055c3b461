"""What a recall does to the shop, inside its transaction: rows are written, nobody is called."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from catalog.recalling import reaching
from catalog.shelf import refresh
from catalog.stock.models import LotBalance
from catalog.traceability.models import Recall
from catalog.traceability.recalls.signals import about_to_lock, called_back
from marketplace.database.statements import AnyOf  # noqa: F401 -- registers ``any_of``
from marketplace.records import outbox


@receiver(about_to_lock, dispatch_uid="catalog.recalling.about_to_lock")
def wait_for_the_shelf(sender: type[Recall], lots: list[int], **_facts: Any) -> None:
    """Lock the shelf's rows first: who packs holds them while waiting for a lot."""
    refresh.hold(_listings(lots))


@receiver(called_back, dispatch_uid="catalog.recalling.called_back")
def reach(sender: type[Recall], recall: Recall, lots: list[int], **_facts: Any) -> None:
    """Take the goods off the shelf, and let everybody be told who has to know."""
    reaching.write_down(recall, lots)
    if not recall.is_drill:
        refresh.stock(_listings(lots))
    outbox.post("recall.spread", key=f"{recall.number}-{lots[0]}", recall=recall.pk)


def _listings(lots: list[int]) -> list[int]:
    """The listings that sell something of these lots."""
    found = LotBalance.objects.filter(lot__pk__any_of=lots)
    return list(found.values_list("pack__listing_id", flat=True).distinct())
