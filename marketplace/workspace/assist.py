"""For the communes' teams: which cooperatives ask for help, and acting for one of them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from catalog.members import assisting, consents
from marketplace.people.models import User
from marketplace.workspace import helping


@login_required
@require_GET
def assist(request: HttpRequest) -> HttpResponse:
    """Show who gave consent, for what and until when; the one acted for comes first."""
    user = _person(request)
    acting_by = helping.banner(request)
    context = {
        "cooperative": acting_by.cooperative if acting_by else None,
        "consent": acting_by,
        "consents": consents.usable(user),
        "teams": consents.teams(user),
    }
    return render(request, "workspace/assist.html", context)


@login_required
@require_POST
def begin(request: HttpRequest, consent_id: int) -> HttpResponse:
    """Act for a cooperative from now on; a consent that is not one's own, or over, is 404."""
    user = _person(request)
    consent = get_object_or_404(consents.usable(user), pk=consent_id)
    assisting.note(consent, "begun", by=user)
    helping.choose(request, consent)
    return redirect("sell-assist")


@login_required
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Act for oneself again."""
    user = _person(request)
    if acting_by := helping.banner(request):
        assisting.note(acting_by, "stopped", by=user)
    helping.stop(request)
    helping.say_stopped(request)
    return redirect("sell-assist")


def _person(request: HttpRequest) -> User:
    """Who is signed in."""
    assert isinstance(request.user, User)
    return request.user
