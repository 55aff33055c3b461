"""The log of traces before the province: who signs with which key, and who watches it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.cooperatives import queries as cooperatives
from catalog.cooperatives.models import Cooperative
from catalog.listings.fields import LineField
from catalog.traceability.log import keys, proofs, stamping, witnessing
from catalog.traceability.models import AuthorKey, Entry, HeadStamp, Witness
from marketplace.desk.paging import paged
from marketplace.people.models import User

UNPROCESSABLE, CONFLICT = 422, 409
RENEW, REVOKE = "renew", "revoke"
State = AuthorKey.State
_CHOICES = (
    (RENEW, gettext_lazy("Renew it: what it signed stays good")),
    (REVOKE, gettext_lazy("Revoke it: it was stolen or misused")),
)
_LEVELS = {State.ACTIVE: "ok", State.RETIRED: "thin", State.REVOKED: "bad"}

keepers = permission_required("traceability.keep_log", raise_exception=True)


class KeyForm(forms.Form):
    """What becomes of a key, and why; ``sure`` comes with the second step alone."""

    deed = forms.ChoiceField(
        label=gettext_lazy("What becomes of the key"),
        widget=forms.RadioSelect,
        choices=_CHOICES,
    )
    reason = LineField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy("Of a revoked key everybody can read it, for ever."),
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *given: Any, of: AuthorKey, **facts: Any) -> None:
        """A key that signs no more cannot be renewed."""
        super().__init__(*given, **facts)
        deed = self.fields["deed"]
        assert isinstance(deed, forms.ChoiceField)
        if of.state != State.ACTIVE:
            deed.choices = [choice for choice in _CHOICES if choice[0] == REVOKE]
        deed.initial = deed.choices[0][0]  # type: ignore[index]  # a list, as written above


class WitnessForm(forms.Form):
    """The public key of somebody who watches."""

    key = LineField(
        label=gettext_lazy("Key of the witness"),
        max_length=300,
        help_text=gettext_lazy("As the witness wrote it: name+number+letters. Ask by phone too."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )


@keepers
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show whether the log runs, every key and every witness."""
    return _overview(request, WitnessForm())


@keepers
@require_http_methods(["GET", "HEAD", "POST"])
def key(request: HttpRequest, key_id: str) -> HttpResponse:
    """Show one key; renew or revoke it in two steps."""
    one = get_object_or_404(AuthorKey.objects.select_related("party"), key_id=key_id)
    if request.method != "POST":
        return _key(request, one, KeyForm(of=one))
    form = KeyForm(request.POST, of=one)
    if not form.is_valid():
        return _key(request, one, form, UNPROCESSABLE)
    refusal = _refusal(one, _person(request))
    if refusal:
        form.add_error(None, refusal)
        return _key(request, one, form, CONFLICT)
    if not form.cleaned_data["sure"]:
        context = {"tab": "log", "key": _row(one), "asked": form.cleaned_data}
        return render(request, "desk/log_key_sure.html", context)
    return _done(request, one, form)


@keepers
@require_POST
def register(request: HttpRequest) -> HttpResponse:
    """Let somebody vouch for the log."""
    form = WitnessForm(request.POST)
    if not form.is_valid():
        return _overview(request, form, UNPROCESSABLE)
    try:
        witness = witnessing.register(form.cleaned_data["key"], by=_person(request))
    except witnessing.NotACheckpoint:
        form.add_error("key", _("This is no key of a witness (kind 04)."))
        return _overview(request, form, UNPROCESSABLE)
    messages.success(request, _("%(name)s may vouch for the log now.") % {"name": witness.name})
    return redirect("desk-log")


@keepers
@require_POST
def dismiss(request: HttpRequest, witness_id: int) -> HttpResponse:
    """Take no more lines of a witness."""
    one = get_object_or_404(Witness, pk=witness_id)
    witnessing.dismiss(one.pk, by=_person(request))
    messages.success(request, _("%(name)s vouches no more.") % {"name": one.name})
    return redirect("desk-log")


def _refusal(one: AuthorKey, by: User) -> str:
    """Why this person may do nothing with this key, in words; nothing when they may."""
    if not keys.is_on():
        return _("The log of this market is switched off.")
    seller = Cooperative.objects.filter(party=one.party_id).first()
    if seller is not None and cooperatives.is_member(by, seller.pk):
        return _("You belong to this cooperative: somebody else decides.")
    if one.state == State.REVOKED:
        return _("This key has ended already.")
    return ""


def _done(request: HttpRequest, one: AuthorKey, form: KeyForm) -> HttpResponse:
    """Take the step, and say what came of it."""
    reason, by = form.cleaned_data["reason"], _person(request)
    if form.cleaned_data["deed"] == RENEW:
        fresh = keys.renew(one.party_id, reason=reason, by=by)
        messages.success(request, _("Renewed. What it signed before stays good."))
        return redirect("desk-log-key", fresh.key_id)
    try:
        keys.revoke(one.key_id, reason=reason, by=by)
    except keys.AlreadyEnded:
        form.add_error(None, _("This key has ended already."))
        return _key(request, one, form, CONFLICT)
    messages.success(request, _("Revoked. Everybody can read it, and why."))
    return redirect("desk-log-key", one.key_id)


def _person(request: HttpRequest) -> User:
    """Who is signed in; the decorator made sure somebody is."""
    assert isinstance(request.user, User)
    return request.user


def _witnesses() -> QuerySet[Witness, Any]:
    """All witnesses, with the last head each vouched for and when."""
    last = {"last_at": Max("cosignatures__at"), "last_size": Max("cosignatures__head__size")}
    return Witness.objects.annotate(**last).order_by("-is_active", "name")


def _row(one: AuthorKey) -> dict[str, Any]:
    """A key as pages show it."""
    words = {State.ACTIVE: _("signs"), State.RETIRED: _("retired"), State.REVOKED: _("revoked")}
    state = State(one.state)
    return {
        "id": one.key_id,
        "short": one.key_id[:16],
        "url": reverse("desk-log-key", args=[one.key_id]),
        "party": one.party.name,
        "since": one.made_at,
        "ended_at": one.ended_at,
        "reason": one.reason,
        "words": words[state],
        "level": _LEVELS[state],
        "revoked_from": one.revoked_from,
        "is_active": state == State.ACTIVE,
        "is_revoked": state == State.REVOKED,
    }


def _key(
    request: HttpRequest, one: AuthorKey, form: KeyForm, status: int | None = None
) -> HttpResponse:
    """One key; what has ended for good has no form."""
    may = keys.is_on() and one.state != State.REVOKED
    context = {
        "tab": "log",
        "key": _row(one),
        "entries": number_format(one.entries.count(), force_grouping=True),
        "form": form if may or form.errors else None,
    }
    return render(request, "desk/log_key.html", context, status=status)


def _overview(request: HttpRequest, form: WitnessForm, status: int | None = None) -> HttpResponse:
    """The state of the log, its keys and its witnesses."""
    number = int(request.GET.get("page") or 1)  # the door lets page numbers in alone
    rows = AuthorKey.objects.select_related("party").order_by("party__name", "-pk")
    found, pages = paged(rows, request.GET, number)
    head = proofs.head()
    context = {
        "tab": "log",
        "is_on": keys.is_on(),
        "head": head,
        "size": number_format(head.size, force_grouping=True) if head else "0",
        "waiting": Entry.objects.filter(index=None).count(),
        "stamp": HeadStamp.objects.order_by("-size").first(),
        "has_authority": stamping.is_on(),
        "keys": [_row(one) for one in found],
        "pages": pages,
        "witnesses": _witnesses(),
        "form": form,
    }
    return render(request, "desk/log.html", context, status=status)
