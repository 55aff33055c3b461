"""A cooperative's live sales: what is planned, and the room from which a sale is run."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.cooperatives.models import Membership
from cms.live import gate, queries, sessions, showing
from cms.live.models import LiveSession
from cms.live.refusals import MoveRefused, NoSuchItem, NotReady
from cms.models import LivestreamPage
from marketplace.people.models import User
from marketplace.workspace import stalls

CONFLICT = 409
SHOWN = 30


@stalls.members(*stalls.SELLERS)
@require_safe
def lives(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the sales somebody of the cooperative speaks in."""
    found = queries.of_cooperatives([membership.cooperative_id])[:SHOWN]
    context = {"cooperative": membership.cooperative, "tab": "shop", "sessions": found}
    return render(request, "workspace/lives.html", context)


@stalls.members(*stalls.SELLERS)
@require_safe
def live(request: HttpRequest, membership: Membership, session_id: int) -> HttpResponse:
    """The control room of one sale."""
    return _page(request, membership, _found(membership, session_id))


@stalls.members(*stalls.SELLERS)
@require_POST
def move(request: HttpRequest, membership: Membership, session_id: int) -> HttpResponse:
    """Start or end the sale, show an item or a slide: whatever button was pressed."""
    found = _found(membership, session_id)
    assert isinstance(request.user, User)
    try:
        _do(request, found, request.user)
    except NotReady as error:
        return _page(request, membership, found, missing=error.missing, status=CONFLICT)
    except (MoveRefused, NoSuchItem):
        messages.error(request, _("The sale does not stand there any more."))
    return redirect("sell-live", session_id=found.pk)


def _do(request: HttpRequest, found: LiveSession, by: User) -> None:
    """Call the verb of the button."""
    verb = request.POST.get("verb", "")
    value = request.POST.get("value", "")
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
    if verb == "start":
        sessions.start(found.pk, by=by)
    elif verb == "end":
        sessions.end(found.pk, by=by)
    elif verb == "pin":
        sessions.pin(found.pk, number, by=by)
    elif verb == "slide" and number is not None:
        sessions.show_slide(found.pk, min(number, 200), by=by)
    else:
        raise MoveRefused(verb)


def _found(membership: Membership, session_id: int) -> LiveSession:
    """A session of the cooperative, or 404."""
    found = queries.of_cooperatives([membership.cooperative_id]).filter(pk=session_id).first()
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    membership: Membership,
    found: LiveSession,
    missing: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The room as it stands."""
    pin = queries.pinned(found)
    page = LivestreamPage.objects.filter(translation_key=found.page_key).order_by("pk").first()
    if missing is None:
        missing = gate.missing(found) if found.state == LiveSession.State.SCHEDULED else []
    items: list[dict[str, Any]] = [
        {
            "pk": one.pk,
            "title": showing.item_title(one),
            "pinned": bool(pin and pin.item_id == one.pk),
        }
        for one in found.items.select_related("listing__shelf")
    ]
    slides = [slide.value["words"] for slide in page.slides] if page else []
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "session": found,
        "missing": missing,
        "items": items,
        "pinned": pin,
        "slides": [
            {"number": n, "words": words, "now": n == found.slide} for n, words in enumerate(slides)
        ],
        "page_url": page.get_url(request) if page else "",
    }
    return render(request, "workspace/live.html", context, status=status)
