"""Who may open which URL: one table, held by one middleware.

A key is a URL name as Django spells it (``namespace:name``), or the beginning of one with a
star; the longest match counts. What is not listed is refused. Rows decide by role only: whose
object it is, is the view's own query, and a foreign object answers 404.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from marketplace.audiences import (
    ADMIN_STAFF,
    ANYONE,
    OWNER,
    PACKER,
    SELLER,
    SIGNED_IN,
    SUPERUSER,
    TOKEN,
    WEBHOOK,
    Audience,
    Check,
    door,
    person,
    staff,
)
from marketplace.people.access import Factor, factor
from marketplace.people.models import User
from marketplace.records.requests import refuse

log = logging.getLogger("market.permissions")

TABLE: dict[str, Audience] = {
    # Signing in: allauth's pages
    "account_login": ANYONE,
    "account_logout": ANYONE,
    "account_inactive": ANYONE,
    "account_signup": ANYONE,
    "account_reset_password*": ANYONE,
    "account_confirm_email": ANYONE,
    "account_email_verification_sent": ANYONE,
    "account_verify_phone": ANYONE,
    "account_confirm_login_code": ANYONE,
    "account_reauthenticate": SIGNED_IN,
    "account_email": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_change_phone": SIGNED_IN,
    "account": SIGNED_IN,
    "mfa_authenticate": ANYONE,
    "mfa_login_webauthn": ANYONE,
    "mfa_*": SIGNED_IN,
    # Other people's log-in forms lead to the one page
    "admin:login": door("account_login"),
    "wagtailadmin_login": door("account_login"),
    "wagtailcore_login": door("account_login"),
    "customer:login": door("account_login"),
    "dashboard:login": door("account_login"),
    "customer:register": door("account_signup"),
    "customer:logout": door("account_logout"),
    "dashboard:logout": door("account_logout"),
    "password-reset*": door("account_reset_password"),
    "wagtailadmin_password_reset*": door("account_reset_password"),
    "customer:change-password": door("account_change_password"),
    "admin:password_change*": door("account_change_password"),
    "customer:profile-*": door("account"),
    # What a supervisor and a load balancer ask
    "healthz": ANYONE,
    "readyz": ANYONE,
    # The look, with invented contents
    "style": ANYONE,
    "style-sample": ANYONE,
    # The back offices of Django, Wagtail and Oscar
    "admin:*": ADMIN_STAFF,
    "dashboard:*": SUPERUSER,
    "wagtail*": staff("wagtailadmin.access_admin"),
    "simple_translation:*": staff("wagtailadmin.access_admin"),
    # Wagtail's picture of its own "not found" page, below /cms/
    "django.views.generic.base.TemplateView": staff("wagtailadmin.access_admin"),
    "wagtail_serve": ANYONE,
    "wagtailcore_authenticate_with_password": ANYONE,
    # Public pictures
    "media": ANYONE,
    # The shelf and the places
    "shop": ANYONE,
    "category": ANYONE,
    "search": ANYONE,
    "product": ANYONE,
    # The demonstration's letters
    "records:*": SUPERUSER,
    # Apps: each call looks at the token it came with
    "api:*": TOKEN,
    "api-nothing": TOKEN,
    # Providers' messages: their signature over the bytes is checked by the view
    "payments:*": WEBHOOK,
    # Buying: guests too; whose basket or order it is, cookie, token and owner decide
    "basket:*": ANYONE,
    "checkout:*": ANYONE,
    "orders:*": TOKEN,
    "orders:find": ANYONE,
    "orders:mine": SIGNED_IN,
    "places-communes": ANYONE,
    # Codes printed on boxes: whoever holds the box
    "trace": ANYONE,
    "trace-*": ANYONE,
    # Oscar's own names, leading to pages of ours or to nothing
    "home": ANYONE,
    "catalogue:*": ANYONE,
    "search:*": ANYONE,
    "offer:*": ANYONE,
    "wishlists:*": ANYONE,
    "customer:*": SIGNED_IN,
    # Cooperatives: their public page and poster
    "cooperative": ANYONE,
    "cooperative-poster": ANYONE,
    # The workspace: who belongs to no cooperative yet is led to the application
    "sell-today": SIGNED_IN,
    "sell-apply": SIGNED_IN,
    "sell-switch": SIGNED_IN,
    "sell-invitation*": SIGNED_IN,
    "sell-paper": SELLER,
    "sell-apply-again": OWNER,
    "sell-cooperative": SELLER,
    "sell-papers": SELLER,
    "sell-profile": OWNER,
    "sell-account": OWNER,
    "sell-member*": OWNER,
    "sell-uninvite": OWNER,
    "sell-listings": PACKER,
    "sell-listing": SELLER,
    "sell-listing-*": SELLER,
    "sell-change-*": SELLER,
    "sell-draft": SELLER,
    "sell-draft-*": SELLER,
    "sell-lots": PACKER,
    "sell-lot-*": SELLER,
    "sell-write-off": SELLER,
    "sell-order*": PACKER,
    "sell-order-accept": SELLER,
    "sell-order-refuse": SELLER,
    # The desk
    "desk-home": staff("people.enter_desk"),
    "desk-listings": staff("catalog.decide_listing"),
    "desk-change": staff("catalog.decide_listing"),
    "desk-cooperative*": staff("catalog.verify_cooperative"),
    "desk-check": staff("catalog.verify_cooperative"),
    "desk-certificate": staff("catalog.verify_cooperative"),
    "desk-paper": staff("catalog.verify_cooperative"),
    # Language
    "set_language": ANYONE,
}

_PLAIN_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_NEVER = frozenset({"TRACE", "TRACK", "CONNECT"})
_ALL_METHODS = (*_PLAIN_METHODS, "PUT", "PATCH", "DELETE")


@lru_cache(maxsize=4096)
def audience_of(name: str) -> Audience | None:
    """The audience of a URL name: its own row, else the longest row with a star, else none."""
    if name in TABLE:
        return TABLE[name]
    starred = (key for key in TABLE if key.endswith("*") and name.startswith(key[:-1]))
    key = max(starred, key=len, default=None)
    return TABLE[key] if key else None


class PermissionTableMiddleware:
    """Refuses what the table does not allow, and whatever is not in the table."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the decision is made once Django knows the view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Let the request through (nothing), lead it elsewhere, or refuse it."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        audience = audience_of(name)
        if audience is None:
            return _unlisted(name)
        if audience.leads_to:
            return _lead(request, audience.leads_to)
        allowed = _ALL_METHODS if audience.check is Check.VIEW else _PLAIN_METHODS
        if request.method in _NEVER or request.method not in allowed:
            refuse(request, "method")
            return HttpResponseNotAllowed(allowed)
        return None if audience.check is Check.VIEW else _by_role(request, audience)


def _unlisted(name: str) -> HttpResponse:
    """Refuse a URL that nobody has given an audience, loudly."""
    log.error("url not in the permission table", extra={"view": name})
    if settings.DEBUG:
        raise ImproperlyConfigured(f"{name!r} has no row in marketplace/permissions.py.")
    raise PermissionDenied


def _lead(request: HttpRequest, target: str) -> HttpResponse:
    """Send to the page that takes this one's place, whatever was posted here."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        room = f"/{request.path.strip('/').partition('/')[0]}/"
        wanted = room if room in settings.STAFF_ROOMS else ""
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return HttpResponseRedirect(reverse(target) + query)


def _by_role(request: HttpRequest, audience: Audience) -> HttpResponse | None:
    """Nothing when the person's role is enough; anonymous people are asked to sign in first."""
    if audience.includes is ANYONE.includes:
        return None
    user = person(request)
    if user is None:
        refuse(request, "anonymous")
        return _ask(request, "account_login")
    if not audience.includes(user):
        refuse(request, f"not {audience.name}")
        raise PermissionDenied
    return _second_factor(request, user) if audience.second_factor else None


def _second_factor(request: HttpRequest, user: User) -> HttpResponse | None:
    """Nothing when the second factor was used; else the page to set it up or to show it."""
    state = factor(request, user)
    if state is Factor.USED:
        return None
    refuse(request, f"second factor {state.value}")
    return _ask(request, "mfa_index" if state is Factor.TO_ENROL else "mfa_reauthenticate")


def _ask(request: HttpRequest, page: str) -> HttpResponse:
    """Send to a page that asks for something first and leads back afterwards."""
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else request.path
    return HttpResponseRedirect(f"{reverse(page)}?{urlencode({'next': back})}")
