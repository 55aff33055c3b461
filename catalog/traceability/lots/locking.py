"""Locks in one order everywhere: lots by key, then boxes by key.

Lots are locked ``FOR NO KEY UPDATE``: others may still write events that point at them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from catalog.traceability.models import Box, Lot


def lot(lot_id: int) -> Lot:
    """One lot, locked until the transaction ends."""
    return Lot.objects.select_for_update(no_key=True).get(pk=lot_id)


def lots(keys: Iterable[int], party_key: str) -> list[Lot]:
    """Lots of one party, locked in the order of their keys."""
    rows = Lot.objects.select_for_update(no_key=True, of=("self",)).select_related("party")
    return list(rows.filter(pk__in=list(keys), party__key=party_key).order_by("pk"))


def whole(keys: Iterable[int]) -> dict[int, Lot]:
    """Lots of whatever party, by key, locked in the order of their keys."""
    rows = Lot.objects.select_for_update(no_key=True, of=("self",)).select_related("party")
    return {lot.pk: lot for lot in rows.filter(pk__in=list(keys)).order_by("pk")}


def lots_of(reference: str) -> dict[int, Lot]:
    """The lots the boxes of a sale come from, locked."""
    keys = Box.objects.filter(reference=reference).exclude(reference="").values("lot_id")
    lots = Lot.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    return {lot.pk: lot for lot in lots}


def boxes_of(reference: str, lots: Mapping[int, Lot]) -> list[Box]:
    """The boxes of a sale that still count, locked, with what names them; their lots are locked."""
    boxes = Box.objects.select_for_update(no_key=True, of=("self",)).filter(
        reference=reference, lot__in=lots
    )
    known = boxes.select_related("item", "packing").exclude(state=Box.State.VOID)
    return list(known.order_by("pk"))


def boxes_coded(party_key: str, codes: Collection[str]) -> tuple[dict[int, Lot], list[Box]]:
    """A party's boxes with these codes that still count, and their lots, locked."""
    boxes = Box.objects.filter(code__in=codes, lot__party__key=party_key)
    rows = Lot.objects.select_for_update(no_key=True).filter(pk__in=boxes.values("lot_id"))
    lots = {lot.pk: lot for lot in rows.order_by("pk")}
    locked = boxes.select_for_update(no_key=True, of=("self",)).exclude(state=Box.State.VOID)
    return lots, list(locked.select_related("item", "packing").order_by("pk"))
