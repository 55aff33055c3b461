"""Conversations that somebody reported: the staff reads these and no others."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.messages import pages, queries, writing
from marketplace.people.models import User
from marketplace.records import audit

MOST = 100


@permission_required("people.help_buyers", raise_exception=True)
@require_safe
def reported(request: HttpRequest) -> HttpResponse:
    """List what was reported and not dealt with, the oldest report first."""
    rows = [
        {
            "id": talk.pk,
            "about": pages.about(talk),
            "name": talk.name,
            "cooperative": talk.cooperative.name,
            "why": talk.reported_why,
            "at": talk.reported_at,
        }
        for talk in queries.reported()[:MOST]
    ]
    return render(request, "desk/talks.html", {"tab": "talks", "rows": rows})


@permission_required("people.help_buyers", raise_exception=True)
@require_safe
def talk(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Read a reported conversation; that it was read is written down."""
    assert isinstance(request.user, User)
    found = get_object_or_404(queries.reported(), pk=conversation_id)
    audit.record(request.user, found, "conversation.read")
    context = {
        "tab": "talks",
        "talk": found,
        "about": pages.about(found),
        "said": pages.said(queries.said(found), side="buyer"),
    }
    return render(request, "desk/talk.html", context)


@permission_required("people.help_buyers", raise_exception=True)
@require_POST
def settle(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """A report is dealt with; the conversation is private again."""
    assert isinstance(request.user, User)
    found = get_object_or_404(queries.reported(), pk=conversation_id)
    writing.settle(found.pk, by=request.user)
    messages.success(request, _("Dealt with. The conversation is private again."))
    return redirect("desk-talks")
