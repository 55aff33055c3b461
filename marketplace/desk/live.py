"""The desk's room of live sales: who may speak, stopping, calling off, complaints."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.live import forms, gate, queries, reporting, sessions, showing
from cms.live.models import LiveHost, LiveReport, LiveSession
from cms.live.refusals import AlreadyAnswered, MoveRefused
from marketplace.design import formats
from marketplace.people.models import User
from marketplace.records import clock

OVERSEE = "cms.oversee_live"
SHOWN = 60
_REFUSED = 422
_LEVEL = {"live": "live", "scheduled": "thin", "ended": "ok", "stopped": "bad", "cancelled": ""}


def row(session: LiveSession) -> dict[str, Any]:
    """A session in a list."""
    return {
        "pk": session.pk,
        "title": session.title,
        "at": session.planned_start,
        "state_words": session.get_state_display(),
        "state_level": _LEVEL[session.state],
    }


def due(report: LiveReport) -> tuple[str, str]:
    """Until when a complaint is to be answered, and how urgent that is."""
    words = _("by %(at)s") % {"at": formats.moment(report.due_at)}
    return words, "bad" if report.due_at < clock.now() else "warn"


@permission_required(OVERSEE, raise_exception=True)
@require_safe
def lives(request: HttpRequest) -> HttpResponse:
    """Show the sessions and the complaints that wait."""
    reports = [
        {"report": one, "due_words": due(one)[0], "due_level": due(one)[1]}
        for one in queries.open_reports()[:SHOWN]
    ]
    rows = [row(one) for one in LiveSession.objects.all()[:SHOWN]]
    return render(request, "desk/lives.html", {"tab": "live", "sessions": rows, "reports": reports})


@permission_required(OVERSEE, raise_exception=True)
@require_safe
def session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Show one session: what is missing, who speaks, what is shown, complaints."""
    return _page(request, _found(session_id))


@permission_required(OVERSEE, raise_exception=True)
@require_POST
def check(request: HttpRequest, host_id: int) -> HttpResponse:
    """Write down that a host was identified and the papers seen."""
    host = LiveHost.objects.filter(pk=host_id).first()
    if host is None:
        raise Http404
    form = forms.Check(request.POST, prefix=f"host{host.pk}")
    if not form.is_valid():
        return _page(request, host.session, form, status=_REFUSED)
    try:
        sessions.check_host(host.pk, **form.cleaned_data, by=_by(request))
    except MoveRefused:
        messages.error(request, _("The sale has begun or is over."))
    return redirect("desk-live", session_id=host.session_id)


@permission_required(OVERSEE, raise_exception=True)
@require_POST
def finish(request: HttpRequest, session_id: int) -> HttpResponse:
    """Stop a running session, or call a planned one off, with the reason."""
    found = _found(session_id)
    form = forms.Reason(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=_REFUSED)
    verb = sessions.stop if request.POST.get("verb") == "stop" else sessions.cancel
    try:
        verb(found.pk, reason=form.cleaned_data["reason"], by=_by(request))
    except MoveRefused:
        messages.error(request, _("The sale does not stand there any more."))
    return redirect("desk-live", session_id=found.pk)


@permission_required(OVERSEE, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Read a complaint and write down what was done."""
    found = LiveReport.objects.select_related("session", "answered_by").filter(pk=report_id).first()
    if found is None:
        raise Http404
    form = forms.Outcome(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            reporting.answer(found.pk, outcome=form.cleaned_data["outcome"], by=_by(request))
        except AlreadyAnswered:
            messages.error(request, _("Somebody has answered it meanwhile."))
        return redirect("desk-live", session_id=found.session_id)
    words, level = due(found)
    context = {"tab": "live", "report": found, "form": form, "due_words": words, "due_level": level}
    status = _REFUSED if request.method == "POST" else 200
    return render(request, "desk/live_report.html", context, status=status)


def _by(request: HttpRequest) -> User:
    """Who does it."""
    assert isinstance(request.user, User)
    return request.user


def _found(session_id: int) -> LiveSession:
    """The session, or 404."""
    found = LiveSession.objects.filter(pk=session_id).first()
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, found: LiveSession, form: Any = None, *, status: int = 200
) -> HttpResponse:
    """The page of a session; ``form`` is one that was refused."""
    scheduled = found.state == LiveSession.State.SCHEDULED
    running = found.state == LiveSession.State.LIVE
    hosts = [
        {
            "host": one,
            "form": form
            if form is not None and form.prefix == f"host{one.pk}"
            else forms.Check(prefix=f"host{one.pk}"),
        }
        for one in found.hosts.select_related("cooperative", "checked_by")
    ]
    reason = form if isinstance(form, forms.Reason) else forms.Reason()
    items = found.items.select_related("listing__shelf", "listing__cooperative")
    context = {
        "tab": "live",
        "session": found,
        "row": row(found),
        "missing": gate.missing(found) if scheduled else [],
        "hosts": hosts,
        "items": [{"title": showing.item_title(one), "item": one} for one in items],
        "reports": found.reports.all(),
        "verb": "stop" if running else "cancel" if scheduled else "",
        "form": reason,
        "scheduled": scheduled,
    }
    return render(request, "desk/live.html", context, status=status)
