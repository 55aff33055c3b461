"""A cooperative's own page about itself: how it stands, how to reach it, account, papers."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.cooperatives import applying, profile, queries, refusals
from catalog.cooperatives.forms import AccountForm, PaperForm, ProfileForm
from catalog.cooperatives.models import Cooperative, Membership
from catalog.requirements import queries as requirements
from marketplace.people import fields
from marketplace.people.models import User
from marketplace.records.papers import PaperRefused
from marketplace.workspace import stalls
from payments import banks

UNPROCESSABLE = 422
LEVELS = {"applied": "warn", "returned": "bad", "verified": "ok", "suspended": "bad"}


@stalls.members(*stalls.SELLERS)
def stall(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show everything about the cooperative in one place."""
    return _page(request, membership, PaperForm(initial={"kind": "certificate"}))


@stalls.members(*stalls.SELLERS)
@require_POST
def hand_in(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Keep one more paper."""
    form = PaperForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            applying.hand_in(membership.cooperative_id, form.evidence(), by=membership.user)
        except refusals.TooManyPapers:
            form.add_error(None, _("There are thirty papers already. Call the department."))
        except PaperRefused:
            form.add_error("upload", _("Send a PDF, or a photo as JPEG or PNG."))
        else:
            messages.success(request, _("The paper has been kept."))
            return redirect("sell-cooperative")
    return _page(request, membership, form)


@stalls.members(*stalls.OWNERS)
def change(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Change street, phone, e-mail and story at once."""
    cooperative = membership.cooperative
    initial = {name: getattr(cooperative, name) for name in ProfileForm.base_fields}
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        profile.change(cooperative.pk, **form.cleaned_data, by=membership.user)
        messages.success(request, _("Your page has been changed."))
        return redirect("sell-cooperative")
    lead = _("Name and tax code are checked by the department: call it to change them.")
    return _form(request, membership, form, heading=_("About your stall"), lead=lead)


@stalls.members(*stalls.OWNERS)
@reauthentication_required
def account(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Have the next settlements paid to another account; the password is asked for once more.

    A phone left on the table, or a session somebody took, must not lead the money elsewhere.
    """
    known = queries.account(membership.cooperative)
    initial = {}
    if known:
        initial = {
            "bank_bin": known.bank_bin,
            "account_number": known.number,
            "account_holder": known.holder,
        }
    form = AccountForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        profile.change_account(membership.cooperative_id, form.account(), by=membership.user)
        messages.success(request, _("Your bank account has been changed."))
        return redirect("sell-cooperative")
    lead = _("The market pays your sales to this account.")
    return _form(request, membership, form, heading=_("Bank account"), lead=lead)


@stalls.members(*stalls.EVERYONE)
@require_POST
def switch(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Act for another of one's cooperatives; one that is not one's own is 404."""
    wanted = request.POST.get("cooperative", "")
    key = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 16 else 0
    own = get_object_or_404(queries.memberships(request.user), cooperative_id=key)
    stalls.choose(request, own.cooperative_id)
    return redirect("sell-today")


def _form(
    request: HttpRequest, membership: Membership, form: Form, *, heading: str, lead: str
) -> HttpResponse:
    """A plain form of the stall; a refused one is answered with 422."""
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "heading": heading,
        "lead": lead,
        "form": form,
        "submit": _("Keep the change"),
        "back_url": reverse("sell-cooperative"),
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/form.html", context, status=status)


def _page(request: HttpRequest, membership: Membership, form: PaperForm) -> HttpResponse:
    """The stall with its form for papers."""
    cooperative = membership.cooperative
    known = queries.account(cooperative)
    context: dict[str, Any] = {
        "cooperative": cooperative,
        "membership": membership,
        "owns": membership.role == Membership.Role.OWNER,
        "tab": "shop",
        "state_words": cooperative.get_state_display(),
        "state_level": LEVELS[cooperative.state],
        "is_public": cooperative.state == Cooperative.State.VERIFIED,
        "phone": fields.spoken(cooperative.phone),
        "account": known,
        "bank": banks.name(known.bank_bin) if known else "",
        "papers": queries.papers(cooperative),
        "needs": requirements.checklist(cooperative),
        "certificates": cooperative.certificates.all(),
        "stalls": _others(request.user, cooperative),
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/stall.html", context, status=status)


def _others(user: object, cooperative: Cooperative) -> list[Cooperative]:
    """The other cooperatives this person acts for."""
    if not isinstance(user, User):
        return []
    own = queries.memberships(user).exclude(cooperative=cooperative)
    return [one.cooperative for one in own]
