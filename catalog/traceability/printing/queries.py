"""Questions about label jobs and which labels were printed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from catalog.traceability.models import Box, LabelJob, LabelPrint, Lot
from catalog.traceability.printing import setting


@dataclass(frozen=True, slots=True)
class Tally:
    """The labels of a lot: how many count, were printed, are not yet, were cancelled."""

    issued: int
    printed: int
    void: int
    free: int

    @property
    def unprinted(self) -> int:
        """Labels nobody has printed yet."""
        return self.issued - self.printed


def jobs_of(lot: Lot) -> QuerySet[LabelJob]:
    """The jobs of a lot, the newest first."""
    return LabelJob.objects.filter(lot=lot).select_related("asked_by").order_by("-pk")


def job(party_key: str, token: str) -> LabelJob | None:
    """A party's own job."""
    found = LabelJob.objects.select_related("lot", "party")
    return found.filter(token=token, party__key=party_key).first()


def own_lot(party_key: str, code: str) -> Lot | None:
    """A party's own lot."""
    return Lot.objects.select_related("party").filter(code=code, party__key=party_key).first()


def printable(lot: Lot, *, only_new: bool = False) -> QuerySet[Box]:
    """The boxes of a lot whose labels count, in the order they were packed; only unprinted ones."""
    found = Box.objects.filter(lot=lot).exclude(state__in=(Box.State.VOID, Box.State.LOST))
    found = found.select_related("lot__party", "item").order_by("pk")
    return found.filter(~Exists(_prints())) if only_new else found


def tally(lot: Lot) -> Tally:
    """The labels of a lot in numbers."""
    counts = (~Q(state__in=(Box.State.VOID, Box.State.LOST)),)
    rows = Box.objects.filter(lot=lot).annotate(has_print=Exists(_prints()))
    return Tally(
        **rows.aggregate(
            issued=Count("pk", filter=Q(*counts)),
            printed=Count("pk", filter=Q(*counts, has_print=True)),
            void=Count("pk", filter=Q(state=Box.State.VOID)),
            free=Count("pk", filter=Q(state=Box.State.PACKED, reference="")),
        )
    )


def _prints() -> QuerySet[LabelPrint]:
    """The prints of a box that were not called off."""
    ended = (LabelJob.State.CANCELLED, LabelJob.State.FAILED)
    return LabelPrint.objects.filter(box=OuterRef("pk")).exclude(job__state__in=ended)


def ready(lot: Lot, layout: str, format: str, boxes: list[int]) -> LabelJob | None:  # noqa: A002 -- the field's own word
    """A finished job of exactly these boxes, in this order, whose file is still there."""
    found = LabelJob.objects.select_related("lot").filter(
        lot=lot, layout=layout, format=format, state=LabelJob.State.DONE, units=len(boxes)
    )
    x, y = setting.offset(lot.party_id, layout)
    last = found.filter(offset_x=x, offset_y=y).exclude(file="").order_by("-pk").first()
    if last is None:
        return None
    printed = last.prints.order_by("place").values_list("box_id", flat=True)
    return last if list(printed) == boxes else None
