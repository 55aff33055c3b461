"""The owner lets the commune's team help, ends it, and reads what was done in the stall's name."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from catalog.cooperatives.models import Membership
from catalog.deeds import rows
from catalog.members import assisting, consents, refusals
from catalog.members.models import Consent
from marketplace.records import audit, clock, searching
from marketplace.workspace import stalls
from marketplace.workspace.consentforms import ConsentForm, PlaceForm

UNPROCESSABLE = 422
PER_PAGE = 30


@stalls.members(*stalls.OWNERS)
def helpers(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show who may help and who could before, and let somebody help."""
    cooperative = membership.cooperative
    team = list(consents.team_of(cooperative.commune))
    form = ConsentForm(request.POST or None, team=team)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        try:
            assisting.grant(
                cooperative.pk,
                int(facts["helper"]),
                things=facts["things"],
                until=facts["until"],
                by=membership.user,
            )
        except refusals.Refused as refusal:
            form.add_error(*_in_words(refusal))
        else:
            messages.success(request, _("Your consent has been given. You can end it at any time."))
            return redirect("sell-helpers")
    given = [_row(one) for one in consents.of(cooperative)]
    context = {
        "cooperative": cooperative,
        "tab": "shop",
        "form": form,
        "has_team": bool(team),
        "open": [one for one in given if one["is_open"]],
        "past": [one for one in given if not one["is_open"]],
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/helpers.html", context, status=status)


@stalls.members(*stalls.OWNERS)
@require_POST
def withdraw(request: HttpRequest, membership: Membership, consent_id: int) -> HttpResponse:
    """End a consent at once; somebody else's is 404."""
    consent = get_object_or_404(consents.of(membership.cooperative), pk=consent_id)
    try:
        assisting.withdraw(consent.pk, by=membership.user)
    except refusals.AlreadyEnded:
        messages.warning(request, _("This consent has ended before."))
    else:
        messages.success(request, _("Ended. Nothing more can be done in your name."))
    return redirect("sell-helpers")


@stalls.members(*stalls.SELLERS)
@require_GET
def done(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show what others did in the cooperative's name, newest first."""
    place = PlaceForm(request.GET)
    after = place.cleaned_data["after"] if place.is_valid() else None
    found = list(
        searching.found(
            searching.Wanted(for_whom=":".join(audit.name_of(membership.cooperative)), after=after)
        )[: PER_PAGE + 1]
    )
    shown = found[:PER_PAGE]
    known = rows.names(shown)
    last = shown[-1] if len(found) > PER_PAGE else None
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "entries": [rows.row(entry, known) for entry in shown],
        "older": f"{last.at.isoformat()}_{last.pk}" if last else "",
    }
    return render(request, "workspace/helpers_done.html", context)


def _row(consent: Consent) -> dict[str, Any]:
    """A consent as the owner sees it."""
    is_open = consent.ended_at is None and consent.until > clock.now()
    return {
        "key": consent.pk,
        "who": consent.helper.display_name,
        "consent": consent,
        "until": consent.until,
        "given_at": consent.given_at,
        "ended_at": consent.ended_at or (None if is_open else consent.until),
        "is_open": is_open,
    }


def _in_words(refusal: refusals.Refused) -> tuple[str | None, str]:
    """At which field a refusal stands, and what to do about it."""
    if isinstance(refusal, refusals.AlreadyHelping):
        return "helper", _("This person may help already. End that consent first.")
    if isinstance(refusal, refusals.NotOfTheCommune):
        return "helper", _("This person does not belong to your commune's team any more.")
    if isinstance(refusal, refusals.OwnCooperative):
        return "helper", _("This person is a member of yours and needs no consent.")
    if isinstance(refusal, refusals.TooLong):
        return "until", _("Choose a day from tomorrow on, at most a year ahead.")
    return None, _("Only an owner can give consent.")
