"""Cooperatives before the province: the list, one with its papers, checks and decisions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.forms import Form
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from catalog.certificates import recording
from catalog.cooperatives import queries, refusals, verifying
from catalog.cooperatives.models import Cooperative
from catalog.requirements import queries as requirements
from catalog.takedowns import queries as takedowns
from marketplace.design.deadlines import due, waited
from marketplace.desk import particulars
from marketplace.desk.forms import (
    CertificateForm,
    CheckForm,
    CooperativeDecisionForm,
    Which,
)
from marketplace.desk.paging import paged
from marketplace.people.models import User
from marketplace.records import papers

UNPROCESSABLE = 422
CONFLICT = 409
LEVELS = {"applied": "warn", "returned": "thin", "verified": "ok", "suspended": "bad"}
State = Cooperative.State

staff_only = permission_required("catalog.verify_cooperative", raise_exception=True)


@staff_only
def cooperatives(request: HttpRequest) -> HttpResponse:
    """Show the cooperatives: those that wait first, then by state or by name."""
    asked = Which(request.GET)
    facts = asked.cleaned_data if asked.is_valid() else {}
    state = facts.get("state", State.APPLIED if "state" not in request.GET else "")
    state = state if "state" in request.GET else State.APPLIED
    rows = queries.waiting() if state == State.APPLIED else queries.known(state, facts.get("q", ""))
    found, pages = paged(rows, request.GET, facts.get("page") or 1)
    counts = queries.counts_by_state()
    waiting = counts[State.APPLIED]
    words = ngettext("%(n)d application waits", "%(n)d applications wait", waiting)
    context = {
        "tab": "cooperatives",
        "heading": words % {"n": waiting},
        "filters": _filters(state, counts),
        "cooperatives": [row(one) for one in found],
        "caption": _("Sorted by when the answer is due.") if state == State.APPLIED else "",
        "pages": pages,
    }
    return render(request, "desk/cooperatives.html", context)


@staff_only
def cooperative(request: HttpRequest, cooperative_id: int) -> HttpResponse:
    """Show one cooperative, and record a decision about it."""
    one = _found(cooperative_id)
    if request.method != "POST":
        return _page(request, one)
    form = CooperativeDecisionForm(request.POST, state=one.state)
    if not form.is_valid():
        return _page(request, one, decision=form, status=UNPROCESSABLE)
    try:
        verifying.decide(
            one.pk,
            state=form.cleaned_data["decision"],
            by=_person(request),
            reason=form.reason(),
        )
    except refusals.Refused as refusal:
        form.add_error(None, _in_words(refusal))
        return _page(request, _found(cooperative_id), decision=form, status=CONFLICT)
    messages.success(request, _("The decision has been recorded."))
    return redirect("desk-cooperative", one.pk)


@staff_only
@require_POST
def check(request: HttpRequest, cooperative_id: int) -> HttpResponse:
    """Write down how somebody made sure who stands behind a cooperative."""
    one = _found(cooperative_id)
    form = CheckForm(request.POST, papers=list(queries.papers(one)))
    if not form.is_valid():
        return _page(request, one, check=form, status=UNPROCESSABLE)
    facts = form.cleaned_data
    try:
        verifying.record_check(
            one.pk,
            method=facts["method"],
            level=facts["level"],
            paper_token=facts["paper"],
            by=_person(request),
        )
    except refusals.Refused as refusal:
        form.add_error(None, _in_words(refusal))
        return _page(request, one, check=form, status=CONFLICT)
    messages.success(request, _("The check has been written down."))
    return redirect("desk-cooperative", one.pk)


@staff_only
@require_POST
def certificate(request: HttpRequest, cooperative_id: int) -> HttpResponse:
    """Write down a certificate whose paper somebody has seen."""
    one = _found(cooperative_id)
    form = CertificateForm(request.POST, papers=list(queries.papers(one)))
    if not form.is_valid():
        return _page(request, one, certificate=form, status=UNPROCESSABLE)
    facts = dict(form.cleaned_data)
    paper = facts.pop("paper")
    try:
        recording.record(
            one.pk, **facts, paper_id=int(paper) if paper else None, by=_person(request)
        )
    except refusals.Refused as refusal:
        form.add_error(None, _in_words(refusal))
        return _page(request, one, certificate=form, status=CONFLICT)
    messages.success(request, _("The certificate has been written down."))
    return redirect("desk-cooperative", one.pk)


@staff_only
@require_POST
def assign(request: HttpRequest, cooperative_id: int) -> HttpResponse:
    """Take an application, or give it back."""
    one = _found(cooperative_id)
    to = _person(request) if request.POST.get("to") == "me" else None
    try:
        verifying.assign(one.pk, to=to, by=_person(request))
    except refusals.Refused as refusal:
        messages.error(request, _in_words(refusal))
        return _page(request, _found(cooperative_id), status=CONFLICT)
    messages.success(request, _("It is yours now.") if to else _("It is nobody's now."))
    return redirect("desk-cooperative", one.pk)


@staff_only
def paper(request: HttpRequest, token: str) -> FileResponse:
    """Answer with a cooperative's paper; the opening is written down."""
    found = queries.paper_seen_by(_person(request), token, is_staff=True)
    if found is None:
        raise Http404
    return papers.show(request, found.paper)


def row(one: Cooperative) -> dict[str, Any]:
    """A cooperative as lists show it."""
    left = due(one.due_at) if one.state == State.APPLIED else None
    return {
        "name": one.name,
        "url": reverse("desk-cooperative", args=[one.pk]),
        "commune": one.commune.full_name,
        "legal_form": one.get_legal_form_display(),
        "state_words": one.get_state_display(),
        "state_level": LEVELS[one.state],
        "applied_at": one.applied_at,
        "waited": waited(one.applied_at) if left else "",
        "due_words": left.words if left else "",
        "due_level": left.level if left else "",
        "assigned": one.assigned_to.display_name if one.assigned_to else "",
    }


def _person(request: HttpRequest) -> User:
    """The member of staff."""
    assert isinstance(request.user, User)
    return request.user


def _found(cooperative_id: int) -> Cooperative:
    """The cooperative, or 404."""
    found = Cooperative.objects.select_related("commune", "partner", "assigned_to")
    return get_object_or_404(found, pk=cooperative_id)


def _page(
    request: HttpRequest,
    one: Cooperative,
    *,
    decision: Form | None = None,
    check: Form | None = None,
    certificate: Form | None = None,
    status: int | None = None,
) -> HttpResponse:
    """One cooperative with everything about it."""
    kept = list(queries.papers(one))
    own = queries.is_member(_person(request), one.pk)
    left = due(one.due_at)
    shown = row(one) | {
        "facts": particulars.facts(one),
        "page_url": one.get_absolute_url() if one.state == State.VERIFIED else "",
    }
    context = {
        "tab": "cooperatives",
        "cooperative": shown,
        "papers": [particulars.paper(piece) for piece in kept],
        "checks": particulars.checks(one),
        "certificates": one.certificates.all(),
        "history": particulars.history(one),
        "own": own,
        "form": None if own else decision or _decision(one),
        "check_form": None if own else check or CheckForm(papers=kept, auto_id="check_%s"),
        "certificate_form": None
        if own
        else certificate or CertificateForm(papers=kept, auto_id="certificate_%s"),
        "decide_url": reverse("desk-cooperative", args=[one.pk]),
        "check_url": reverse("desk-check", args=[one.pk]),
        "certificate_url": reverse("desk-certificate", args=[one.pk]),
        "change": {
            "due_words": left.words if one.state == State.APPLIED else "",
            "due_level": left.level,
        },
        "list_url": reverse("desk-cooperatives"),
    }
    context |= _oversight(one, own=own)
    return render(request, "desk/cooperative.html", context, status=status)


def _oversight(one: Cooperative, *, own: bool) -> dict[str, Any]:
    """What it has to hand in, who looks at it, and the order that suspends it."""
    applies, sells = one.state == State.APPLIED, one.state == State.VERIFIED
    assign_url = reverse("desk-cooperative-assign", args=[one.pk])
    suspend_url = reverse("desk-takedown-new", args=["cooperative", one.pk])
    return {
        "needs": requirements.checklist(one),
        "assigned": one.assigned_to,
        "assign_url": assign_url if applies and not own else "",
        "look": sells and not own,
        "order": takedowns.of_cooperative(one.pk),
        "suspend_url": suspend_url if sells and not own else "",
    }


def _decision(one: Cooperative) -> CooperativeDecisionForm | None:
    """The form for what may follow, if the desk has a move at all."""
    form = CooperativeDecisionForm(state=one.state)
    return form if form.fields["decision"].choices else None  # type: ignore[attr-defined]


def _filters(current: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    """The states, with how many there are."""
    here = reverse("desk-cooperatives")
    rows = [
        {
            "label": state.label,
            "url": f"{here}?state={state.value}",
            "count": counts[state],
            "current": current == state,
        }
        for state in State
    ]
    everyone = {
        "label": _("All"),
        "url": f"{here}?state=",
        "count": sum(counts.values()),
        "current": current == "",
    }
    return [*rows, everyone]


def _in_words(refusal: refusals.Refused) -> str:
    """Why a decision was refused."""
    words = {
        refusals.MoveRefused: _("Somebody has decided about this cooperative already."),
        refusals.OwnCooperative: _("You belong to this cooperative: somebody else decides."),
        refusals.ReasonMissing: _("Tick a reason, or say in words what has to be mended."),
        refusals.TakenAlready: _("A colleague is looking at it."),
        refusals.OrderInForce: _("An order suspends it. Lift the order first."),
        refusals.OrderMissing: _("A suspension needs an order with its number."),
        refusals.NotYetChecked: _("Write down first how you made sure who stands behind it."),
    }
    return words[type(refusal)]
