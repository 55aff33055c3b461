"""Papers that came after the verification: the queue, and one with its decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.cooperatives import queries as cooperatives
from catalog.cooperatives import refusals
from catalog.cooperatives.models import CooperativePaper
from catalog.listings.fields import TextField
from catalog.requirements import looking, queries
from marketplace.design import formats
from marketplace.design.deadlines import due, waited
from marketplace.desk.paging import paged
from marketplace.people.models import User

UNPROCESSABLE = 422
CONFLICT = 409
SHOWN = 5

staff_only = permission_required("catalog.verify_cooperative", raise_exception=True)


class LookForm(forms.Form):
    """Accept a paper, or say why not."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        widget=forms.RadioSelect,
        choices=(
            ("accepted", gettext_lazy("Accept it")),
            ("returned", gettext_lazy("Send it back")),
        ),
    )
    remark = TextField(
        label=gettext_lazy("What is wrong with it"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Only when you send it back. It is read on a phone."),
    )

    def clean(self) -> dict[str, Any]:
        """Whoever sends a paper back says why."""
        facts = super().clean() or {}
        if facts.get("decision") == "returned" and not facts.get("remark"):
            self.add_error("remark", _("Say what has to be mended."))
        return facts


class WhichPage(forms.Form):
    """Which page of the queue."""

    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


@staff_only
def queue(request: HttpRequest) -> HttpResponse:
    """Show the papers that wait, the earliest deadline first."""
    asked = WhichPage(request.GET)
    number = (asked.cleaned_data["page"] or 1) if asked.is_valid() else 1
    found, pages = paged(queries.waiting(), request.GET, number)
    waiting = queries.waiting().count()
    context = {
        "tab": "papers",
        "heading": ngettext("%(n)d paper waits", "%(n)d papers wait", waiting) % {"n": waiting},
        "papers": [row(one) for one in found],
        "pages": pages,
    }
    return render(request, "desk/papers.html", context)


@staff_only
def look(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Show one paper of a verified cooperative, and record what was found."""
    assert isinstance(request.user, User)
    known = CooperativePaper.objects.select_related("paper", "cooperative__commune")
    one = get_object_or_404(known, pk=paper_id)
    own = cooperatives.is_member(request.user, one.cooperative_id)
    form = LookForm(request.POST if request.method == "POST" else None)
    status = UNPROCESSABLE if form.errors else None
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        accepted = facts["decision"] == "accepted"
        try:
            looking.look(one.pk, accepted=accepted, remark=facts["remark"], by=request.user)
        except refusals.Refused as refusal:
            form.add_error(None, _in_words(refusal))
            status = CONFLICT
        else:
            messages.success(request, _("Accepted.") if accepted else _("Sent back."))
            return redirect("desk-papers")
    context = {
        "tab": "papers",
        "paper": one,
        "row": row(one),
        "own": own,
        "goods": queries.goods_needing(one),
        "form": None if own and not form.errors else form,
    }
    return render(request, "desk/paper.html", context, status=status)


def section(user: User) -> dict[str, Any] | None:
    """Papers to look at on the desk's first page, the earliest deadline first."""
    if not user.has_perm("catalog.verify_cooperative"):
        return None
    found = queries.waiting()
    return {
        "name": _("Papers to look at"),
        "rows": [
            {**one, "title": one["kind"], "note": f"{one['cooperative']}, {one['commune']}"}
            for one in map(row, found[:SHOWN])
        ],
        "url": reverse("desk-papers"),
        "waiting": found.count(),
        "overdue": queries.overdue().count(),
        "nothing": _("Every paper has been looked at."),
    }


def ending(user: User) -> dict[str, Any] | None:
    """Papers that end within the days of warning, on the desk's first page; none: no section."""
    if not user.has_perm("catalog.verify_cooperative"):
        return None
    found = queries.ending_within_warning().order_by("valid_to", "pk")
    shown = list(found[:SHOWN])
    if not shown:
        return None
    return {
        "name": _("Papers that end soon"),
        "rows": [
            {
                "title": one.get_kind_display(),
                "note": one.cooperative.name,
                "url": reverse("desk-cooperative", args=[one.cooperative_id]),
                "waited": "",
                "due_words": _("ends on %(day)s") % {"day": formats.day(one.valid_to)}
                if one.valid_to
                else "",
                "due_level": "warn",
            }
            for one in shown
        ],
        "url": "",
        "waiting": found.count(),
        "overdue": 0,
        "nothing": "",
    }


def row(one: CooperativePaper) -> dict[str, Any]:
    """A paper as the queue shows it."""
    left = due(one.due_at)
    waits = one.state == CooperativePaper.State.WAITING
    return {
        "kind": one.get_kind_display(),
        "url": reverse("desk-papers-look", args=[one.pk]),
        "file_url": reverse("desk-paper", args=[one.paper.token]),
        "cooperative": one.cooperative.name,
        "cooperative_url": reverse("desk-cooperative", args=[one.cooperative_id]),
        "commune": one.cooperative.commune.name,
        "valid_to": one.valid_to,
        "handed_in": one.paper.uploaded_at,
        "waited": waited(one.paper.uploaded_at) if waits else "",
        "due_words": left.words if waits else "",
        "due_level": left.level if waits else "",
        "state_words": one.get_state_display(),
    }


def _in_words(refusal: refusals.Refused) -> str:
    """Why a decision was refused."""
    words = {
        refusals.PaperLookedAt: _("Somebody has looked at this paper already."),
        refusals.OwnCooperative: _("You belong to this cooperative: somebody else decides."),
        refusals.ReasonMissing: _("Say what has to be mended."),
    }
    return words[type(refusal)]
