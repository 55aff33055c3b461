"""Reports about listings before the province: the queue, and one with its answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cooperatives import queries as cooperatives
from catalog.reports import queries, refusals, reporting
from catalog.reports.models import ListingReport
from catalog.takedowns import queries as takedowns
from marketplace.design.deadlines import due, waited
from marketplace.desk.oversight import AnswerForm, WhichReports
from marketplace.desk.paging import paged
from marketplace.people.models import User

UNPROCESSABLE = 422
CONFLICT = 409
SHOWN = 5
LEVELS = {"open": "warn", "upheld": "bad", "dismissed": "thin"}
State = ListingReport.State

staff_only = permission_required("catalog.answer_report", raise_exception=True)


@staff_only
def queue(request: HttpRequest) -> HttpResponse:
    """Show what people reported: what has to be answered first, the earliest deadline on top."""
    asked = WhichReports(request.GET)
    facts = asked.cleaned_data if asked.is_valid() else {}
    state = facts.get("state", "") if "state" in request.GET else State.OPEN
    found, pages = paged(queries.known(state), request.GET, facts.get("page") or 1)
    counts = queries.counts_by_state()
    waiting = counts[State.OPEN]
    context = {
        "tab": "reports",
        "heading": ngettext("%(n)d report waits", "%(n)d reports wait", waiting) % {"n": waiting},
        "filters": _filters(state, counts),
        "reports": [row(one) for one in found],
        "caption": _("Sorted by when the answer is due.") if state == State.OPEN else "",
        "pages": pages,
    }
    return render(request, "desk/reports.html", context)


@staff_only
def report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show one report with everything known about its listing, and record the answer."""
    assert isinstance(request.user, User)
    one = get_object_or_404(queries.known(""), pk=report_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, one, form)
    if not form.is_valid():
        return _page(request, one, form, UNPROCESSABLE)
    facts = form.cleaned_data
    try:
        reporting.answer(one.pk, state=facts["decision"], answer=facts["answer"], by=request.user)
    except refusals.Refused as refusal:
        form.add_error(None, _in_words(refusal))
        return _page(request, get_object_or_404(queries.known(""), pk=report_id), form, CONFLICT)
    messages.success(request, _("The answer has been recorded and sent."))
    return redirect("desk-report", one.pk)


def row(one: ListingReport) -> dict[str, Any]:
    """A report as lists show it."""
    is_open = one.state == State.OPEN
    left = due(one.due_at)
    assert one.listing.product is not None
    return {
        "number": one.number,
        "title": one.listing.product.title,
        "url": reverse("desk-report", args=[one.pk]),
        "cooperative": one.listing.cooperative.name,
        "commune": one.listing.cooperative.commune.name,
        "reason": one.get_reason_display(),
        "waited": waited(one.reported_at) if is_open else "",
        "due_words": left.words if is_open else "",
        "due_level": left.level if is_open else "",
        "state_words": one.get_state_display(),
        "state_level": LEVELS[one.state],
        "reported_at": one.reported_at,
    }


def section(user: User) -> dict[str, Any] | None:
    """Reports on the desk's first page: what has to be answered first."""
    if not user.has_perm("catalog.answer_report"):
        return None
    waiting = queries.waiting()
    return {
        "name": _("Reports"),
        "rows": [
            {**one, "title": one["reason"], "note": f"{one['title']} · {one['cooperative']}"}
            for one in map(row, waiting[:SHOWN])
        ],
        "url": reverse("desk-reports"),
        "waiting": waiting.count(),
        "overdue": queries.overdue().count(),
        "nothing": _("Every report has its answer."),
    }


def _page(
    request: HttpRequest, one: ListingReport, form: AnswerForm, status: int | None = None
) -> HttpResponse:
    """One report."""
    assert isinstance(request.user, User)
    listing = one.listing
    own = cooperatives.is_member(request.user, listing.cooperative_id)
    order = takedowns.in_force_on(listing.pk, listing.cooperative_id)
    context = {
        "tab": "reports",
        "report": one,
        "row": row(one),
        "own": own,
        "form": None if own or (one.state != State.OPEN and not form.errors) else form,
        "others": [row(other) for other in queries.about(listing.pk) if other.pk != one.pk],
        "order": order,
        "cooperative_url": reverse("desk-cooperative", args=[listing.cooperative_id]),
        "takedown_url": reverse("desk-takedown-new", args=["listing", listing.pk])
        + f"?report={one.pk}",
    }
    return render(request, "desk/report.html", context, status=status)


def _filters(current: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    """The states, with how many there are."""
    here = reverse("desk-reports")
    rows = [
        {
            "label": state.label,
            "url": f"{here}?state={state.value}",
            "count": counts[state],
            "current": current == state,
        }
        for state in State
    ]
    whole = {"label": _("All"), "url": f"{here}?state=", "count": sum(counts.values())}
    return [*rows, {**whole, "current": current == ""}]


def _in_words(refusal: refusals.Refused) -> str:
    """Why an answer was refused."""
    words = {
        refusals.AnsweredAlready: _("Somebody has answered this report already."),
        refusals.OwnCooperative: _("You belong to this cooperative: somebody else decides."),
        refusals.AnswerMissing: _("Say in a sentence what you found."),
    }
    return words[type(refusal)]
