"""The communes' digital teams, and every consent a cooperative ever gave them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from catalog.communes import queries as places
from catalog.members import assisting, consents, refusals
from catalog.members.models import Consent
from marketplace.desk.paging import paged
from marketplace.desk.teamforms import AppointForm, WhichConsents
from marketplace.people.models import User
from marketplace.records import clock

UNPROCESSABLE = 422

staff_managers = permission_required("people.manage_staff", raise_exception=True)


@permission_required("catalog.verify_cooperative", raise_exception=True)
@require_GET
def given(request: HttpRequest) -> HttpResponse:
    """Show the consents, the open ones first asked for; and who belongs to which team."""
    asked = WhichConsents(request.GET)
    facts: dict[str, Any] = asked.cleaned_data if asked.is_valid() else {}
    state = facts.get("state", "")
    found, pages = paged(consents.known(state), request.GET, facts.get("page") or 1)
    return _page(request, AppointForm(), [_row(one) for one in found], pages, state)


@staff_managers
@require_POST
def appoint(request: HttpRequest) -> HttpResponse:
    """Let somebody belong to a commune's team."""
    form = AppointForm(request.POST)
    if form.is_valid():
        try:
            member = assisting.appoint(
                form.cleaned_data["login"], form.cleaned_data["commune"], by=_person(request)
            )
        except refusals.NobodyKnown:
            form.add_error(
                "login", _("Nobody signs in with this. The person opens an account first.")
            )
        else:
            words = _("%(name)s belongs to the team of %(commune)s now.")
            facts = {"name": member.user.display_name, "commune": member.commune.full_name}
            messages.success(request, words % facts)
            return redirect("desk-consents")
    found, pages = paged(consents.known(""), request.GET, 1)
    rows = [_row(one) for one in found]
    return _page(request, form, rows, pages, "", status=UNPROCESSABLE)


@staff_managers
@require_POST
def dismiss(request: HttpRequest, member_id: int) -> HttpResponse:
    """End somebody's place in a team, and the consents given to the person there."""
    member = get_object_or_404(consents.everybody(), pk=member_id)
    try:
        assisting.dismiss(member.pk, by=_person(request))
    except refusals.AlreadyEnded:
        messages.warning(request, _("This has ended before."))
    else:
        messages.success(request, _("Ended, with every consent given to the person there."))
    return redirect("desk-consents")


def _person(request: HttpRequest) -> User:
    """The member of staff."""
    assert isinstance(request.user, User)
    return request.user


def _row(consent: Consent) -> dict[str, Any]:
    """A consent as the list shows it."""
    if consent.ended_at is not None:
        words, level = _("ended"), "thin"
    elif consent.until <= clock.now():
        words, level = _("ran out"), "thin"
    else:
        words, level = _("open"), "ok"
    return {
        "consent": consent,
        "cooperative": consent.cooperative,
        "who": consent.helper.display_name,
        "given_by": consent.given_by.display_name,
        "given_at": consent.given_at,
        "until": consent.until,
        "ended_at": consent.ended_at,
        "ended_by": consent.ended_by.display_name if consent.ended_by else "",
        "state_words": words,
        "state_level": level,
    }


def _page(
    request: HttpRequest,
    form: AppointForm,
    rows: list[dict[str, Any]],
    pages: object,
    state: str,
    *,
    status: int | None = None,
) -> HttpResponse:
    """Consents and teams."""
    may_appoint = _person(request).has_perm("people.manage_staff")
    context = {
        "tab": "consents",
        "rows": rows,
        "pages": pages,
        "state": state,
        "team": consents.everybody(),
        "form": form if may_appoint else None,
        "communes": places.home() if may_appoint else [],
    }
    return render(request, "desk/consents.html", context, status=status)
