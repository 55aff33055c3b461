"""A print job of labels: how far it is, its file, calling it off; and how far a printer is off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.cooperatives.models import Membership
from catalog.traceability.labels import calibration
from catalog.traceability.labels.formats import FORMATS
from catalog.traceability.labels.layouts import LAYOUTS, Layout
from catalog.traceability.models import Box, LabelJob, Party
from catalog.traceability.printing import handing, jobs, making, queries, setting
from marketplace.workspace import stalls
from marketplace.workspace.labelforms import PrinterForm

UNPROCESSABLE = 422
State = LabelJob.State
_LEVELS = {State.DONE: "ok", State.FAILED: "bad", State.CANCELLED: ""}


@stalls.members(*stalls.EVERYONE)
@require_safe
def job(request: HttpRequest, membership: Membership, token: str) -> HttpResponse:
    """Show how far a job is; the page loads itself again until it has ended."""
    found = _own(membership, token)
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "job": row(found),
        "lot": found.lot,
        "is_going": found.ended_at is None,
    }
    return render(request, "workspace/label_job.html", context)


@stalls.members(*stalls.EVERYONE)
@require_safe
def file(request: HttpRequest, membership: Membership, token: str) -> FileResponse:
    """Hand the finished file over, and write down who took it."""
    found = _own(membership, token)
    if not found.file:
        raise Http404
    return handing.file(found, by=membership.user)


@stalls.members(*stalls.EVERYONE)
@require_POST
def cancel(request: HttpRequest, membership: Membership, token: str) -> HttpResponse:
    """Call a job off."""
    found = _own(membership, token)
    try:
        jobs.cancel(found.pk, by=membership.user)
    except jobs.MoveRefused:
        messages.warning(request, _("The job had ended already."))
    else:
        messages.success(request, _("Called off. Nothing more is made."))
    return redirect("sell-lot-labels-job", token)


@stalls.members(*stalls.EVERYONE)
def printer(request: HttpRequest, membership: Membership, layout: str) -> HttpResponse:
    """Say how far the printer is off on a paper, with a page to measure it by."""
    plan, party = _plan(layout), _party(membership)
    x, y = setting.offset(party.pk, layout)
    form = PrinterForm(request.POST or None, initial={"offset_x": x / 10, "offset_y": y / 10})
    if request.method == "POST" and form.is_valid():
        moved = {key: int(form.cleaned_data[key] * 10) for key in ("offset_x", "offset_y")}
        setting.calibrate(party, layout, **moved, by=membership.user)
        messages.success(request, _("Kept. All labels on this paper move from now on."))
        return redirect("sell-lot-labels-printer", layout)
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "plan": plan,
        "form": form,
        "test_url": reverse("sell-lot-labels-test", args=[layout]),
        "papers": [
            {
                "name": one.name,
                "url": reverse("sell-lot-labels-printer", args=[key]),
                "current": key == layout,
            }
            for key, one in LAYOUTS.items()
        ],
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/label_printer.html", context, status=status)


@stalls.members(*stalls.EVERYONE)
@require_safe
def test_page(request: HttpRequest, membership: Membership, layout: str) -> HttpResponse:
    """The page to measure a printer by."""
    plan = _plan(layout)
    x, y = setting.offset(_party(membership).pk, layout)
    answer = HttpResponse(calibration.page(plan, (x / 10, y / 10)), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{layout}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def printed(
    membership: Membership, boxes: Sequence[Box], layout: str, *, name: str, reference: str = ""
) -> HttpResponse:
    """The labels of a parcel or a day as a PDF at once, the print written down as any other.

    Somebody who opens the page of an order again prints again, and that is the reason kept. Of more
    labels than are made at once the job's page is shown.
    """
    reason = _("Opened again from the orders")
    found = jobs.ask(boxes, layout=layout, reference=reference, reason=reason, by=membership.user)
    if found.ended_at is None:
        return redirect("sell-lot-labels-job", found.token)
    with making.opened(found) as kept:
        answer = HttpResponse(kept.read(), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def row(found: LabelJob) -> dict[str, Any]:
    """A job as pages show it."""
    words = {
        State.QUEUED: _("waiting"),
        State.RUNNING: _("being made"),
        State.DONE: _("ready"),
        State.CANCELLED: _("called off"),
        State.FAILED: _("stopped: a label was cancelled meanwhile"),
    }
    return {
        "token": found.token,
        "url": reverse("sell-lot-labels-job", args=[found.token]),
        "asked_at": found.asked_at,
        "by": str(found.asked_by.display_name) if found.asked_by else "",
        "units": found.units,
        "done": found.done,
        "reprinted": found.reprinted,
        "reason": found.reason,
        "paper": LAYOUTS[found.layout].name,
        "format": FORMATS[found.format].name,
        "words": words[State(found.state)],
        "level": _LEVELS.get(State(found.state), "warn"),
        "file_url": reverse("sell-lot-labels-file", args=[found.token]) if found.file else "",
        "cancel_url": ""
        if found.ended_at
        else reverse("sell-lot-labels-cancel", args=[found.token]),
    }


def _own(membership: Membership, token: str) -> LabelJob:
    """The cooperative's own job; anybody else's does not exist here."""
    found = queries.job(membership.cooperative.party.key, token)
    if found is None:
        raise Http404
    return found


def _party(membership: Membership) -> Party:
    """The cooperative as traceability knows it."""
    return membership.cooperative.party


def _plan(layout: str) -> Layout:
    """A known layout, else 404."""
    if layout not in LAYOUTS:
        raise Http404
    return LAYOUTS[layout]
