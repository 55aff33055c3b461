"""Problems people with a box in hand reported: the list, and one with its answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.traceability import codes
from catalog.traceability.models import ProblemReport
from catalog.traceability.scans import queries, reporting
from marketplace.design.deadlines import waited
from marketplace.desk import scans
from marketplace.desk.paging import paged
from marketplace.desk.scanforms import ProblemAnswerForm, WhichProblems
from marketplace.people.models import User

State = ProblemReport.State
LEVELS = {"open": "warn", "answered": "thin"}


@scans.staff_only
def problems(request: HttpRequest) -> HttpResponse:
    """Show what people reported, what waits longest first."""
    asked = WhichProblems(request.GET)
    facts = asked.cleaned_data if asked.is_valid() else {}
    state = facts.get("state", "") if "state" in request.GET else State.OPEN
    found, pages = paged(queries.problems(state), request.GET, facts.get("page") or 1)
    counts = queries.problems_by_state()
    waiting = counts[State.OPEN]
    context = {
        "tab": "problems",
        "heading": ngettext("%(n)d report waits", "%(n)d reports wait", waiting) % {"n": waiting},
        "filters": scans.filters("desk-problems", State, state, counts),
        "problems": [row(one) for one in found],
        "pages": pages,
    }
    return render(request, "desk/problems.html", context)


@scans.staff_only
def problem(request: HttpRequest, problem_id: int) -> HttpResponse:
    """Show one report, and record the answer."""
    assert isinstance(request.user, User)
    one = get_object_or_404(queries.problems(), pk=problem_id)
    form = ProblemAnswerForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, one, form)
    if not form.is_valid():
        return _page(request, one, form, scans.UNPROCESSABLE)
    if scans.is_own(request.user, one.lot):
        form.add_error(None, _("You belong to this cooperative: somebody else decides."))
        return _page(request, one, form, scans.CONFLICT)
    try:
        reporting.answer(one.pk, answer=form.cleaned_data["answer"], by=request.user)
    except reporting.AnsweredAlready:
        form.add_error(None, _("Somebody has answered this report already."))
        one = get_object_or_404(queries.problems(), pk=problem_id)
        return _page(request, one, form, scans.CONFLICT)
    messages.success(request, _("The answer has been recorded and sent."))
    return redirect("desk-problem", one.pk)


def row(one: ProblemReport) -> dict[str, Any]:
    """A report as lists show it."""
    code = one.box.code if one.box else one.lot.code
    is_open = one.state == State.OPEN
    return {
        "url": reverse("desk-problem", args=[one.pk]),
        "kind": one.get_kind_display(),
        "code": code,
        "trace_url": codes.url(code),
        "grower": one.lot.party.name,
        "reported_at": one.reported_at,
        "waited": waited(one.reported_at) if is_open else "",
        "state_words": one.get_state_display(),
        "state_level": LEVELS[one.state],
    }


def section(user: User) -> dict[str, Any] | None:
    """Reported problems on the desk's first page."""
    if not user.has_perm(scans.MAY):
        return None
    waiting = queries.problems(State.OPEN)
    return {
        "name": _("Reported goods"),
        "rows": [
            {
                "title": one["kind"],
                "note": f"{one['code']} · {one['grower']}",
                "url": one["url"],
                "waited": one["waited"],
                "due_words": "",
                "due_level": "",
            }
            for one in map(row, waiting[: scans.SHOWN])
        ],
        "url": reverse("desk-problems"),
        "waiting": waiting.count(),
        "overdue": 0,
        "nothing": _("Every report has its answer."),
    }


def _page(
    request: HttpRequest, one: ProblemReport, form: ProblemAnswerForm, status: int | None = None
) -> HttpResponse:
    """One report."""
    assert isinstance(request.user, User)
    own = scans.is_own(request.user, one.lot)
    context = {
        "tab": "problems",
        "problem": one,
        "row": row(one),
        "own": own,
        "form": None if own or (one.state != State.OPEN and not form.errors) else form,
    }
    return render(request, "desk/problem.html", context, status=status)
