"""Takedowns and suspensions: the register of orders, a new one, and lifting one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.cooperatives import refusals as cooperative_refusals
from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing
from catalog.reports.models import ListingReport
from catalog.takedowns import ordering, queries, refusals
from catalog.takedowns.models import TakedownOrder
from marketplace.design import formats
from marketplace.design.deadlines import span
from marketplace.desk.oversight import LiftForm, OrderForm, WhichOrders
from marketplace.desk.paging import paged
from marketplace.people.models import User
from marketplace.records import clock

UNPROCESSABLE = 422
CONFLICT = 409
SHOWN = 5

staff_only = permission_required("catalog.order_takedown", raise_exception=True)


@staff_only
def orders(request: HttpRequest) -> HttpResponse:
    """Show the register: every order with its number, authority and times."""
    asked = WhichOrders(request.GET)
    facts = asked.cleaned_data if asked.is_valid() else {}
    which = facts.get("which", "")
    found, pages = paged(queries.known(which), request.GET, facts.get("page") or 1)
    here = reverse("desk-takedowns")
    labels = {"": _("All"), "in_force": _("In force"), "lifted": _("Lifted")}
    context = {
        "tab": "takedowns",
        "filters": [
            {"label": label, "url": f"{here}?which={key}", "current": key == which}
            for key, label in labels.items()
        ],
        "orders": [row(one) for one in found],
        "pages": pages,
    }
    return render(request, "desk/takedowns.html", context)


@staff_only
def new(request: HttpRequest, what: str, key: int) -> HttpResponse:
    """Take the particulars of an order about a listing or a cooperative, and carry it out."""
    assert isinstance(request.user, User)
    name, cooperative, reports = _subject(what, key)
    begun = {
        "received_at": clock.now().astimezone(clock.LOCAL),
        "report": request.GET.get("report"),
    }
    given = request.POST if request.method == "POST" else None
    form = OrderForm(given, initial=begun, reports=reports)
    status = None
    if request.method == "POST" and form.is_valid():
        verb = ordering.take_down if what == "listing" else ordering.suspend
        try:
            made = verb(key, form.paper(), by=request.user, report_id=form.report_id())
        except (refusals.Refused, cooperative_refusals.Refused) as refusal:
            form.add_error(None, _in_words(refusal))
            status = CONFLICT
        else:
            messages.success(request, _("Carried out and written down as %s.") % made.number)
            return redirect("desk-takedown", made.number)
    elif form.errors:
        status = UNPROCESSABLE
    context = {
        "tab": "takedowns",
        "form": form,
        "what": what,
        "name": name,
        "cooperative": cooperative,
        "back_url": reverse("desk-takedowns"),
    }
    return render(request, "desk/takedown_new.html", context, status=status)


@staff_only
def order(request: HttpRequest, number: str) -> HttpResponse:
    """Show one order, and lift it."""
    assert isinstance(request.user, User)
    one = get_object_or_404(queries.known(), number=number)
    form = LiftForm(request.POST if request.method == "POST" else None)
    status = UNPROCESSABLE if form.errors else None
    if request.method == "POST" and form.is_valid():
        try:
            ordering.lift(one.pk, reason=form.cleaned_data["reason"], by=request.user)
        except (refusals.Refused, cooperative_refusals.Refused) as refusal:
            form.add_error(None, _in_words(refusal))
            status = CONFLICT
        else:
            messages.success(request, _("The order has been lifted."))
            return redirect("desk-takedown", one.number)
    context = {
        "tab": "takedowns",
        "order": one,
        "row": row(one),
        "form": form if one.in_force or form.errors else None,
        "back_url": reverse("desk-takedowns"),
    }
    return render(request, "desk/takedown.html", context, status=status)


def row(one: TakedownOrder) -> dict[str, Any]:
    """An order as the register shows it."""
    seller = one.listing.cooperative if one.listing else one.cooperative
    assert seller is not None
    return {
        "number": one.number,
        "url": reverse("desk-takedown", args=[one.number]),
        "title": _title(one.listing) if one.listing else seller.name,
        "kind": _("Listing taken down") if one.listing else _("Cooperative suspended"),
        "cooperative": seller.name,
        "cooperative_url": reverse("desk-cooperative", args=[seller.pk]),
        "authority": one.authority,
        "document": one.document,
        "received_at": one.received_at,
        "executed_at": one.executed_at,
        "took": span(one.executed_at - one.received_at),
        "late": one.was_late,
        "in_force": one.in_force,
        "lifted_at": one.lifted_at,
        "until": one.until,
    }


def section(user: User) -> dict[str, Any] | None:
    """Orders whose last day has passed and that did not end by themselves; none: no section."""
    if not user.has_perm("catalog.order_takedown"):
        return None
    found = [row(one) for one in queries.over()[:SHOWN]]
    if not found:
        return None
    return {
        "name": _("Orders to lift"),
        "rows": [
            {
                "title": one["title"],
                "note": f"{one['number']}, {one['authority']}",
                "url": one["url"],
                "waited": "",
                "due_words": _("ended on %(day)s") % {"day": formats.day(one["until"])},
                "due_level": "bad",
            }
            for one in found
        ],
        "url": reverse("desk-takedowns"),
        "waiting": len(found),
        "overdue": len(found),
        "nothing": "",
    }


def _subject(what: str, key: int) -> tuple[str, str, QuerySet[ListingReport]]:
    """What an order would be about: its name, whose it is, what was reported of it; or 404."""
    if what == "listing":
        known = Listing.objects.exclude(state=Listing.State.DRAFT)
        listing = get_object_or_404(known.select_related("cooperative", "product"), pk=key)
        about = ListingReport.objects.filter(listing=listing)
        return _title(listing), listing.cooperative.name, about
    if what == "cooperative":
        seller = get_object_or_404(Cooperative, pk=key)
        return seller.name, "", ListingReport.objects.filter(listing__cooperative=seller)
    raise Http404("Only listings and cooperatives are taken down.")


def _title(listing: Listing) -> str:
    """The Vietnamese title of a listing that was published."""
    assert listing.product is not None
    return str(listing.product.title)


def _in_words(refusal: Exception) -> str:
    """Why an order was refused."""
    words: dict[type[Exception], str] = {
        refusals.InForceAlready: _("It is off the market already."),
        refusals.LiftedAlready: _("Somebody has lifted this order already."),
        refusals.OwnCooperative: _("You belong to this cooperative: somebody else decides."),
        cooperative_refusals.OwnCooperative: _(
            "You belong to this cooperative: somebody else decides."
        ),
        refusals.OverAlready: _("Its last day lies before today."),
        refusals.OtherReport: _("That report is about something else."),
        refusals.NotYetReceived: _("It cannot have come in later than now."),
        cooperative_refusals.NotYetChecked: _(
            "Write down first how you made sure who stands behind it."
        ),
    }
    return words.get(type(refusal), _("It is off the market already."))
