"""For which cooperative a member acts on the /sell/ pages, and what the role allows."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from catalog.cooperatives import queries
from catalog.cooperatives.models import Membership
from marketplace.workspace import helping

Role = Membership.Role
SESSION_KEY = "stall"
SELLERS = (Role.OWNER, Role.SELLER)
OWNERS = (Role.OWNER,)
EVERYONE = (Role.OWNER, Role.SELLER, Role.PACKER)

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Membership, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def current(request: HttpRequest) -> Membership | None:
    """The membership in use: the one chosen last, else the oldest, else none."""
    own = list(queries.memberships(request.user))
    chosen = request.session.get(SESSION_KEY)
    return next((one for one in own if one.cooperative_id == chosen), own[0] if own else None)


def choose(request: HttpRequest, cooperative_id: int) -> None:
    """Act for this cooperative from now on."""
    request.session[SESSION_KEY] = cooperative_id


def members(*roles: str) -> Callable[[Page[P]], View[P]]:
    """Let in members with one of these roles; who belongs nowhere is led to the application."""

    def decorate(page: Page[P]) -> View[P]:
        """Wrap one page."""

        @wraps(page)
        def view(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            """Find the membership, own or lent, and hand it to the page."""
            if helping.chosen(request):
                lent = helping.lent(request, Role.SELLER in roles)
                with lent as (membership, instead):
                    if membership is None:
                        return instead
                    return page(request, membership, *args, **kwargs)
            membership = current(request)
            if membership is None:
                return redirect("sell-assist" if helping.may_choose(request) else "sell-apply")
            if membership.role not in roles:
                raise PermissionDenied
            return page(request, membership, *args, **kwargs)

        return login_required(view)  # type: ignore[return-value]  # wraps() hides the parameters

    return decorate
