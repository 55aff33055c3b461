"""Complaints about a live session, from anybody who watches it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.live import reporting
from cms.live.forms import Report
from cms.live.models import LiveSession

REFUSED = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, token: str) -> HttpResponse:
    """Take a complaint, during the session and after it."""
    session = LiveSession.objects.filter(token=token).first()
    if session is None:
        raise Http404
    form = Report(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = reporting.report(session.pk, **form.cleaned_data)
        words = _("We have your complaint, number %(number)s. The province answers by %(due)s.")
        due = made.due_at.astimezone()
        messages.success(request, words % {"number": made.pk, "due": f"{due:%H:%M, %d/%m/%Y}"})
        return redirect("live-report", token=token)
    status = REFUSED if request.method == "POST" else 200
    return render(
        request, "cms/live_report.html", {"form": form, "session": session}, status=status
    )
