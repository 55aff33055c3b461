"""What happened and what was done, in the words of a paper."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.traceability.models import DiaryEntry, Event

Kind, Work = Event.Kind, DiaryEntry.Work

STAGES: Mapping[str, Promise] = {
    Kind.HARVEST: _("Harvest"),
    Kind.PACKING: _("Packing"),
    Kind.UNPACKING: _("Labels cancelled, back into the lot"),
    Kind.SHIPPING: _("Sent out"),
    Kind.DELIVERY: _("Delivered"),
    Kind.LOSS: _("Lost on the way"),
    Kind.RECALL: _("Called back"),
    Kind.MERGING: _("Put together from several lots"),
    Kind.SPLITTING: _("Divided from a lot"),
    Kind.PROCESSING: _("Processed"),
    Kind.HOLDING: _("Put on hold"),
    Kind.RELEASE: _("Released"),
    Kind.LOADING: _("Put on a pallet"),
    Kind.UNLOADING: _("Taken off a pallet"),
    Kind.RELABELLING: _("Labels replaced"),
}
WORKS: Mapping[str, Promise] = {
    Work.SPRAYING: _("Spraying"),
    Work.FERTILISING: _("Fertilising"),
    Work.WATERING: _("Watering"),
    Work.PRUNING: _("Pruning"),
    Work.WEEDING: _("Weeding"),
    Work.OTHER: _("Other work"),
}


def stage(kind: str) -> str:
    """A kind of event in words."""
    return str(STAGES.get(kind, kind))


def work(kind: str) -> str:
    """Work on a plot in words."""
    return str(WORKS.get(kind, kind))
