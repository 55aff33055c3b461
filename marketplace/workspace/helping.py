"""Acting for a cooperative with its consent: which one, in which pages, and the end of it.

The session says for which consent somebody acts; whether the consent still holds is asked anew by
every request, so a withdrawal stops also a form that lies open.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from catalog.cooperatives.models import Membership
from catalog.members import assisting, consents
from catalog.members.models import Consent
from marketplace.people.models import User
from marketplace.records.requests import refuse

SESSION_KEY = "acting_by_consent"
FORBIDDEN = 403
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
#: What a page belongs to, by the beginning of its name; a page of none of them is never lent.
_THINGS = (
    ("sell-listing", "listings"),
    ("sell-draft", "listings"),
    ("sell-change", "listings"),
    ("sell-lot", "stock"),
    ("sell-plot", "stock"),
    ("sell-diary", "stock"),
    ("sell-pallet", "orders"),
    ("sell-write-off", "stock"),
    ("sell-order", "orders"),
)
_HOME = "sell-today"

Lent = tuple[Membership | None, HttpResponseBase]


def chosen(request: HttpRequest) -> int | None:
    """The consent somebody chose to act by in this session, whether it still holds or not."""
    key = request.session.get(SESSION_KEY)
    return key if isinstance(key, int) else None


def may_choose(request: HttpRequest) -> bool:
    """Whether the person belongs to a commune's team."""
    return consents.teams(request.user).exists()


def choose(request: HttpRequest, consent: Consent) -> None:
    """Act by this consent from now on."""
    request.session[SESSION_KEY] = consent.pk


def stop(request: HttpRequest) -> None:
    """Act for oneself again."""
    request.session.pop(SESSION_KEY, None)


def banner(request: HttpRequest) -> Consent | None:
    """The consent in use, for the line on every page; nothing is asked when none was chosen."""
    if (key := chosen(request)) is None or not isinstance(request.user, User):
        return None
    return consents.usable(request.user).filter(pk=key).first()


def thing(name: str) -> str:
    """What a page is about: listings, stock, orders, or nothing that can be lent."""
    return next((what for start, what in _THINGS if name.startswith(start)), "")


@contextmanager
def lent(request: HttpRequest, is_for_sellers: bool) -> Iterator[Lent]:
    """A membership for the time of one request, or the answer that takes the page's place.

    The consent lends what a seller may do, in the things it names. The cooperative's first page
    is not lent: it shows everything at once, and leads to the helper's own.
    """
    assert isinstance(request.user, User)
    key = chosen(request) or 0
    writes = request.method not in _READING
    with assisting.acting(key, request.user, writes=writes) as consent:
        name = request.resolver_match.url_name or "" if request.resolver_match else ""
        if consent is None:
            yield None, _ended(request)
        elif name == _HOME:
            yield None, redirect("sell-assist")
        elif not is_for_sellers or not consent.allows(thing(name)):
            yield None, _not_lent(request, consent)
        else:
            membership = Membership(
                cooperative=consent.cooperative,
                user=request.user,
                role=Membership.Role.SELLER,
                since=consent.given_at,
            )
            yield membership, redirect("sell-assist")


def _ended(request: HttpRequest) -> HttpResponseBase:
    """The consent is over: nothing was kept of what was sent."""
    stop(request)
    refuse(request, "consent ended")
    context = {"heading": _("The cooperative's consent has ended"), "is_over": True}
    return render(request, "workspace/assist_refused.html", context, status=FORBIDDEN)


def _not_lent(request: HttpRequest, consent: Consent) -> HttpResponseBase:
    """The consent does not cover this page."""
    refuse(request, "consent does not cover")
    context = {
        "heading": _("This is not part of the consent"),
        "consent": consent,
        "is_over": False,
    }
    return render(request, "workspace/assist_refused.html", context, status=FORBIDDEN)


def say_stopped(request: HttpRequest) -> None:
    """Tell the helper that the own name alone counts again."""
    messages.success(request, _("You act for yourself again."))
