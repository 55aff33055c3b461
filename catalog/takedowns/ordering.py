"""The province carries out an order: a listing or a cooperative leaves the market, at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from catalog.cooperatives import queries as cooperatives
from catalog.cooperatives import verifying
from catalog.cooperatives.models import Cooperative
from catalog.listings import visibility
from catalog.listings.models import Listing
from catalog.reports.models import ListingReport
from catalog.takedowns import refusals
from catalog.takedowns.models import TakedownOrder
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules

_NUMBERS = 0x74616B65  # "take": the advisory lock under which numbers are given


@dataclass(frozen=True, slots=True)
class Document:
    """What the authority's paper says: who, under which number, why, and when it came in."""

    authority: str
    document: str
    reason: str
    received_at: dt.datetime
    until: dt.date | None = None


@transaction.atomic
def take_down(
    listing_id: int, paper: Document, *, by: User, report_id: int | None = None
) -> TakedownOrder:
    """Take a listing off the market: shelf, search and baskets refuse it at once.

    Orders placed before go on. Cooperative and listing are locked in this order. Refused with
    ``OwnCooperative``, ``InForceAlready``, ``NotYetReceived``, ``OverAlready`` and
    ``OtherReport``; nothing changes then.
    """
    seller = Listing.objects.values_list("cooperative_id", flat=True).get(pk=listing_id)
    Cooperative.objects.select_for_update(no_key=True).get(pk=seller)
    listing = Listing.objects.select_for_update().get(pk=listing_id)
    _refuse(by, seller, paper)
    if not listing.can_become(Listing.State.WITHDRAWN):
        raise refusals.InForceAlready(listing.state)
    report = _report(report_id, listing=listing.pk)
    order = _written(paper, by, listing=listing, stood_as=listing.state, report=report)
    _move(listing, Listing.State.WITHDRAWN, by, order)
    return order


@transaction.atomic
def suspend(
    cooperative_id: int, paper: Document, *, by: User, report_id: int | None = None
) -> TakedownOrder:
    """Suspend a cooperative: all its goods leave the shelf at once; orders placed before go on.

    Refused as ``take_down`` is.
    """
    seller = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    _refuse(by, seller.pk, paper)
    if not seller.can_become(Cooperative.State.SUSPENDED):
        raise refusals.InForceAlready(seller.state)
    report = _report(report_id, listing__cooperative=seller.pk)
    order = _written(paper, by, cooperative=seller, stood_as=seller.state, report=report)
    reason = f"{order.number}: {paper.reason}"
    verifying.decide(seller.pk, state=Cooperative.State.SUSPENDED, by=by, reason=reason)
    return order


@transaction.atomic
def lift(order_id: int, *, reason: str, by: User) -> TakedownOrder:
    """End an order: the listing stands again as it stood, the cooperative sells again.

    Cooperative, listing and order are locked in this order; of two who lift at once the second
    gets ``LiftedAlready``. Refused also with ``OwnCooperative``.
    """
    order = _locked(order_id)
    if cooperatives.is_member(by, order.seller_id):
        raise refusals.OwnCooperative(order.seller_id)
    return _end(order, reason, by)


@transaction.atomic
def let_end(order_id: int) -> TakedownOrder:
    """End an order whose last day has passed: what it took down stands again by itself.

    ``StillRuns`` before that day is over, ``LiftedAlready`` when somebody lifted it.
    """
    order = _locked(order_id)
    if order.until is None or order.until >= clock.local_day():
        raise refusals.StillRuns(order.number)
    with translation.override(settings.LANGUAGE_CODE):
        reason = _("Its last day was %(day)s.") % {"day": f"{order.until:%d/%m/%Y}"}
    return _end(order, reason, None)


def _locked(order_id: int) -> TakedownOrder:
    """An order in force, with cooperative, listing and order locked in this order."""
    found = TakedownOrder.objects.select_related("listing").get(pk=order_id)
    Cooperative.objects.select_for_update(no_key=True).get(pk=found.seller_id)
    if found.listing_id:
        Listing.objects.select_for_update().get(pk=found.listing_id)
    order = TakedownOrder.objects.select_for_update().get(pk=order_id)
    if not order.in_force:
        raise refusals.LiftedAlready(order.number)
    return order


def _end(order: TakedownOrder, reason: str, by: User | None) -> TakedownOrder:
    """Write the end of a locked order down, and let what it took down stand again."""
    order.lifted_at, order.lifted_by, order.lift_reason = clock.now(), by, reason
    order.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    audit.record(by, order, "takedown.lifted", after={"number": order.number, "reason": reason})
    _restore(order, by)
    return order


def _restore(order: TakedownOrder, by: User | None) -> None:
    """What was taken down stands again as it stood.

    Where the last day passed by itself, the decision is of whoever wrote that day down.
    """
    if order.cooperative_id is not None:
        reason = f"{order.number}: {order.lift_reason}"
        state, who = Cooperative.State.VERIFIED, by or order.executed_by
        verifying.decide(order.cooperative_id, state=state, by=who, reason=reason)
        return
    assert order.listing_id is not None
    _move(Listing.objects.get(pk=order.listing_id), order.stood_as, by, order)
    outbox.post("takedown.lifted", key=order.number, order=order.pk)


def _move(listing: Listing, state: str, by: User | None, order: TakedownOrder) -> None:
    """Move a locked listing, write it down, and let shelf and Oscar follow."""
    before, listing.state = listing.state, state
    listing.save(update_fields=["state"])
    audit.record(
        by,
        listing,
        f"listing.{state}",
        before={"state": before},
        after={"state": state, "order": order.number},
    )
    visibility.follow(listing)
    if state == Listing.State.WITHDRAWN:
        outbox.post("takedown.ordered", key=order.number, order=order.pk)


def _refuse(by: User, cooperative_id: int, paper: Document) -> None:
    """Refuse members of the cooperative, and orders from the future or over already."""
    if cooperatives.is_member(by, cooperative_id):
        raise refusals.OwnCooperative(cooperative_id)
    if paper.received_at > clock.now():
        raise refusals.NotYetReceived(paper.received_at)
    if paper.until is not None and paper.until < clock.local_day():
        raise refusals.OverAlready(paper.until)


def _report(report_id: int | None, **about: int) -> ListingReport | None:
    """The report an order follows, if it follows one; ``OtherReport`` for one about others."""
    if report_id is None:
        return None
    found = ListingReport.objects.filter(pk=report_id, **about).first()
    if found is None:
        raise refusals.OtherReport(report_id)
    return found


def _written(
    paper: Document,
    by: User,
    *,
    stood_as: str,
    report: ListingReport | None,
    listing: Listing | None = None,
    cooperative: Cooperative | None = None,
) -> TakedownOrder:
    """The order with its number, written down."""
    hours = dt.timedelta(hours=rules.number("takedown.execute_hours"))
    year, serial = _next_number()
    order = TakedownOrder.objects.create(
        number=f"GH-{year}-{serial:04}",
        year=year,
        serial=serial,
        listing=listing,
        cooperative=cooperative,
        report=report,
        authority=paper.authority,
        document=paper.document,
        reason=paper.reason,
        stood_as=stood_as,
        received_at=paper.received_at,
        until=paper.until,
        execute_by=paper.received_at + hours,
        executed_at=clock.now(),
        executed_by=by,
    )
    said = asdict(paper) | {"until": paper.until and paper.until.isoformat()}
    del said["received_at"]
    about = {"listing": order.listing_id, "cooperative": order.cooperative_id}
    audit.record(by, order, "takedown.ordered", after={"number": order.number} | about | said)
    return order


def _next_number() -> tuple[int, int]:
    """This year and its next number, without gaps: others wait until this one is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_NUMBERS])
    year = clock.local_day().year
    last = TakedownOrder.objects.filter(year=year).aggregate(last=Max("serial"))["last"]
    return year, (last or 0) + 1
