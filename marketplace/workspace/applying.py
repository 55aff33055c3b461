"""A cooperative applies on a phone, and mends what came back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from catalog.communes import queries as places
from catalog.cooperatives import applying, queries, refusals
from catalog.cooperatives.forms import ApplicationForm, ParticularsForm
from catalog.cooperatives.models import Cooperative, Membership
from marketplace.people.models import User
from marketplace.records.papers import PaperRefused
from marketplace.workspace import stalls

UNPROCESSABLE = 422


@login_required
def apply(request: HttpRequest) -> HttpResponse:
    """Fill in the application and send it."""
    person = _person(request)
    form = ApplicationForm(request.POST or None, request.FILES or None, initial=_known(person))
    if request.method == "POST" and form.is_valid():
        try:
            cooperative = applying.apply(
                form.particulars(), form.account(), form.evidence(), by=person
            )
        except (refusals.Refused, PaperRefused) as refusal:
            form.add_error(*_in_words(refusal))
        else:
            stalls.choose(request, cooperative.pk)
            messages.success(request, _("Your application has been sent."))
            return redirect("sell-today")
    return _page(request, form, None)


@stalls.members(*stalls.OWNERS)
def again(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Mend a returned application and send it in again."""
    cooperative = membership.cooperative
    if cooperative.state != Cooperative.State.RETURNED:
        return redirect("sell-today")
    form = ParticularsForm(request.POST or None, initial=_as_sent(cooperative))
    if request.method == "POST" and form.is_valid():
        try:
            applying.resubmit(
                cooperative.pk, form.particulars(), form.account(), by=_person(request)
            )
        except refusals.Refused as refusal:
            form.add_error(*_in_words(refusal))
        else:
            messages.success(request, _("Your application has been sent again."))
            return redirect("sell-today")
    return _page(request, form, cooperative)


def _page(
    request: HttpRequest, form: ParticularsForm, cooperative: Cooperative | None
) -> HttpResponse:
    """The form; a refused one is answered with 422."""
    context = {
        "form": form,
        "again": cooperative,
        "decision": cooperative.decisions.first() if cooperative else None,
        "communes": places.home(),
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/apply.html", context, status=status)


def _person(request: HttpRequest) -> User:
    """The signed-in person."""
    assert isinstance(request.user, User)
    return request.user


def _known(person: User) -> dict[str, str]:
    """What the form can say by itself."""
    return {
        "representative": str(person.get_full_name()),
        "phone": person.phone or "",
        "email": person.email or "",
    }


def _as_sent(cooperative: Cooperative) -> dict[str, object]:
    """What was sent in before."""
    account = queries.account(cooperative)
    facts = {name: getattr(cooperative, name) for name in ParticularsForm.field_order}
    return {
        **facts,
        "commune": cooperative.commune.full_name,
        "bank_bin": account.bank_bin if account else "",
        "account_number": account.number if account else "",
        "account_holder": account.holder if account else "",
    }


def _in_words(refusal: Exception) -> tuple[str | None, str]:
    """At which field a refusal stands, and what to do about it."""
    if isinstance(refusal, refusals.TaxCodeTaken):
        return "tax_code", _(
            "A cooperative with this tax code has applied already. Ask its owner to invite you."
        )
    if isinstance(refusal, refusals.UnknownCommune):
        return "commune", _("No commune of the province has this name.")
    if isinstance(refusal, refusals.PaperMissing):
        return None, _("Hand in the business registration first, on the page of your stall.")
    if isinstance(refusal, PaperRefused):
        return None, _("Send a PDF, or a photo as JPEG or PNG.")
    return None, _("This application has been answered meanwhile. Look at the page again.")
