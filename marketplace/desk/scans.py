"""Labels that are scanned in an odd way: the list, and one with its decision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cooperatives import queries as cooperatives
from catalog.cooperatives.models import Cooperative
from catalog.traceability import codes
from catalog.traceability.models import Alert, Lot
from catalog.traceability.scans import alerting, queries
from marketplace.desk.paging import paged
from marketplace.desk.scanforms import DecideForm, WhichAlerts
from marketplace.people.models import User

UNPROCESSABLE = 422
CONFLICT = 409
SHOWN = 5
MAY = "catalog.answer_report"
State = Alert.State
LEVELS = {"open": "warn", "acknowledged": "bad", "dismissed": "thin"}

staff_only = permission_required(MAY, raise_exception=True)


@staff_only
def alerts(request: HttpRequest) -> HttpResponse:
    """Show what the rules found in the scans, the surest first."""
    asked = WhichAlerts(request.GET)
    facts = asked.cleaned_data if asked.is_valid() else {}
    state = facts.get("state", "") if "state" in request.GET else State.OPEN
    found, pages = paged(queries.alerts(state), request.GET, facts.get("page") or 1)
    counts = queries.alerts_by_state()
    waiting = counts[State.OPEN]
    context = {
        "tab": "scans",
        "heading": ngettext("%(n)d alert waits", "%(n)d alerts wait", waiting) % {"n": waiting},
        "filters": filters("desk-scans", State, state, counts),
        "alerts": rows(found),
        "pages": pages,
    }
    return render(request, "desk/scans.html", context)


@staff_only
def alert(request: HttpRequest, alert_id: int) -> HttpResponse:
    """Show one alert with what was counted, and record what was found."""
    assert isinstance(request.user, User)
    one = get_object_or_404(queries.alerts(), pk=alert_id)
    form = DecideForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, one, form)
    if not form.is_valid():
        return _page(request, one, form, UNPROCESSABLE)
    if is_own(request.user, one.lot):
        form.add_error(None, _("You belong to this cooperative: somebody else decides."))
        return _page(request, one, form, CONFLICT)
    facts = form.cleaned_data
    try:
        alerting.decide(one.pk, state=facts["decision"], note=facts["note"], by=request.user)
    except alerting.DecidedAlready:
        form.add_error(None, _("Somebody has decided this already."))
        return _page(request, get_object_or_404(queries.alerts(), pk=alert_id), form, CONFLICT)
    messages.success(request, _("Written down."))
    return redirect("desk-scan", one.pk)


def section(user: User) -> dict[str, Any] | None:
    """Alerts on the desk's first page."""
    if not user.has_perm(MAY):
        return None
    waiting = queries.alerts(State.OPEN)
    return {
        "name": _("Scanned labels"),
        "rows": [
            {
                "title": one["reason"],
                "note": f"{one['code']} · {one['grower']}",
                "url": one["url"],
                "waited": "",
                "due_words": "",
                "due_level": "",
            }
            for one in rows(waiting[:SHOWN])
        ],
        "url": reverse("desk-scans"),
        "waiting": waiting.count(),
        "overdue": 0,
        "nothing": _("No label is scanned in an odd way."),
    }


def rows(found: Iterable[Alert]) -> list[dict[str, Any]]:
    """Alerts as lists show them."""
    shown = list(found)
    names = queries.province_names(code for one in shown for code in one.provinces)
    return [
        {
            "pk": one.pk,
            "url": reverse("desk-scan", args=[one.pk]),
            "reason": one.get_reason_display(),
            "code": _code(one),
            "trace_url": codes.url(_code(one)) if one.lot_id else "",
            "grower": one.lot.party.name if one.lot else _("nobody's code"),
            "score": one.score,
            "score_level": "bad" if one.score >= Alert.SURE else "warn",
            "scans": one.scans,
            "phones": one.phones,
            "provinces": ", ".join(names.get(code, code) for code in one.provinces),
            "first_seen": one.first_seen,
            "last_seen": one.last_seen,
            "state": one.state,
            "state_words": one.get_state_display(),
            "state_level": LEVELS[one.state],
            "note": one.note,
        }
        for one in shown
    ]


def filters(page: str, states: Any, current: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    """The states of a list, with how many there are."""
    here = reverse(page)
    shown = [
        {
            "label": state.label,
            "url": f"{here}?state={state.value}",
            "count": counts[state],
            "current": current == state,
        }
        for state in states
    ]
    whole = {"label": _("All"), "url": f"{here}?state=", "count": sum(counts.values())}
    return [*shown, {**whole, "current": current == ""}]


def is_own(user: User, lot: Lot | None) -> bool:
    """Whether somebody belongs to the cooperative that grew a lot."""
    seller = Cooperative.objects.filter(party=lot.party_id).first() if lot else None
    return seller is not None and cooperatives.is_member(user, seller.pk)


def _code(one: Alert) -> str:
    """The code an alert is about; of who tried codes out only that it was one visitor."""
    if one.box:
        return one.box.code
    if one.lot:
        return one.lot.code
    is_code = one.reason == Alert.Reason.UNKNOWN_REPEATED
    return one.subject if is_code else _("many codes, one visitor")


def _page(
    request: HttpRequest, one: Alert, form: DecideForm, status: int | None = None
) -> HttpResponse:
    """One alert."""
    assert isinstance(request.user, User)
    others = queries.alerts().filter(lot=one.lot_id, lot__isnull=False).exclude(pk=one.pk)
    own = is_own(request.user, one.lot)
    may = not own and any(one.can_become(state) for state in State)
    context = {
        "tab": "scans",
        "alert": one,
        "row": rows([one])[0],
        "others": rows(others[:SHOWN]),
        "own": own,
        "form": form if may or form.errors else None,
    }
    return render(request, "desk/scan.html", context, status=status)
