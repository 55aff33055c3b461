"""Lists of a recall to take along: who has not answered, and every order line it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from catalog.orders.models import PackedLot
from catalog.recalling import forward
from catalog.recalling import queries as reached
from catalog.recalling.models import RecalledLine
from catalog.traceability.models import Recall
from catalog.traceability.recalls import scopes
from marketplace.design import spreadsheets
from marketplace.desk.recalls import staff_only
from marketplace.people.models import User
from marketplace.records import audit


@staff_only
@never_cache
@require_POST
def missing(request: HttpRequest, number: str) -> HttpResponseBase:
    """Everybody who has not answered, as CSV; that somebody took it is written down."""
    one = _taken(request, number, "missing")
    return spreadsheets.csv_file(f"{number}-missing", _missing(one))


@staff_only
@never_cache
@require_POST
def lines(request: HttpRequest, number: str) -> HttpResponseBase:
    """Every order line, as CSV: of a recall being prepared, those it would reach now."""
    one = _taken(request, number, "lines")
    return spreadsheets.csv_file(f"{number}-lines", _lines(one))


def _taken(request: HttpRequest, number: str, what: str) -> Recall:
    """The recall, after it was written down who takes which list of it along."""
    one = get_object_or_404(Recall, number=number)
    assert isinstance(request.user, User)
    audit.record(request.user, one, "recall.list_taken", after={"list": what, "number": number})
    return one


def _missing(one: Recall) -> Iterator[Sequence[str]]:
    """Heads and cells of who has not answered."""
    yield (_("Name"), _("Phone"), _("Mail"), _("Orders"), _("Letter sent"), _("Reminders"))
    for notice in reached.missing(one).iterator(chunk_size=2_000):
        orders = {line.line.seller_order.order.number for line in notice.lines.all()}
        sent = notice.sent_at.isoformat(timespec="seconds") if notice.sent_at else ""
        yield (
            notice.name,
            notice.phone,
            notice.email,
            " ".join(sorted(orders)),
            sent,
            str(notice.reminders),
        )


def _lines(one: Recall) -> Iterator[Sequence[str]]:
    """Heads and cells of order lines, with the lots of each."""
    yield (_("Order"), _("Parcel"), _("State"), _("Goods"), _("Units"), _("Lot"), _("Phone"))
    listed = RecalledLine.objects.filter(recall=one).values("line")
    lots = (
        list(one.lots.values_list("lot", flat=True))
        if listed.exists()
        else list(scopes.reached(one))
    )
    packed = PackedLot.objects.filter(lot__pk__any_of=lots)
    if one.opened_at is not None:
        packed = packed.filter(line__in=listed)
    else:
        packed = packed.filter(line__seller_order__state__in=forward.SOLD)
    rows = packed.order_by("line_id", "lot_id").values_list(
        *("line__seller_order__order__number", "line__seller_order__number"),
        *("line__seller_order__state", "line__title", "quantity", "lot__code"),
        "line__seller_order__order__placement__phone",
    )
    for row in rows.iterator(chunk_size=5_000):
        yield tuple(map(str, row))
