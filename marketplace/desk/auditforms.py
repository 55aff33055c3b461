"""What somebody looks for in the audit trail."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from catalog.cooperatives import queries as cooperatives
from catalog.deeds import words as deeds
from marketplace.people import fields
from marketplace.people.models import User
from marketplace.records import audit, clock
from marketplace.records.searching import Place, Wanted, place

MOST_NAMES = 50


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"


class AuditSearch(forms.Form):
    """Every field narrows; an empty one asks nothing."""

    person = forms.CharField(
        label=_("Who"), required=False, max_length=120, help_text=_("Name, phone or e-mail")
    )
    cooperative = forms.CharField(
        label=_("Cooperative"), required=False, max_length=120, help_text=_("Name or tax code")
    )
    what = forms.ChoiceField(label=_("What was done"), required=False)
    since = forms.DateField(label=_("From day"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Until and with"), required=False, widget=DayInput)
    request = forms.CharField(label=_("Request"), required=False, max_length=64)
    subject = forms.CharField(
        label=_("One thing"), required=False, max_length=150, widget=forms.HiddenInput
    )
    helped = forms.BooleanField(label=_("Only what was done on behalf of others"), required=False)
    after = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the deeds by group, and each group as a whole."""
        super().__init__(*args, **kwargs)
        offered = [
            (
                name,
                [(f"{key}.*", _("all of these")), *words.items()],
            )
            for key, name, words in deeds.GROUPS
        ]
        self.fields["what"].choices = [("", _("Everything")), *offered]  # type: ignore[attr-defined]  # a choice field

    def clean_subject(self) -> tuple[str, str] | None:
        """Kind and key of the one thing."""
        kind, _colon, key = self.cleaned_data["subject"].partition(":")
        return (kind, key) if kind and key else None

    def clean_after(self) -> Place | None:
        """Where the page before ended."""
        return place(self.cleaned_data["after"])

    def clean(self) -> dict[str, Any]:
        """The first day is not after the last."""
        facts = super().clean() or {}
        first, last = facts.get("since"), facts.get("until")
        if first and last and first > last:
            self.add_error("until", _("The last day lies before the first."))
        return facts

    def wanted(self) -> Wanted:
        """The question as the records understand it."""
        facts = self.cleaned_data
        return Wanted(
            people=_people(facts["person"]),
            sellers=_sellers(facts["cooperative"]),
            deeds=_deeds(facts["what"]),
            subject=facts["subject"],
            request_id=facts["request"].strip(),
            helped=facts["helped"],
            since=_midnight(facts["since"]) if facts["since"] else None,
            until=_midnight(facts["until"], days=1) if facts["until"] else None,
            after=facts["after"],
        )


def _midnight(day: dt.date, days: int = 0) -> dt.datetime:
    """The beginning of a day in Vietnam, or of one some days later."""
    return dt.datetime.combine(day, dt.time(), clock.LOCAL) + dt.timedelta(days=days)


def _people(text: str) -> list[int] | None:
    """The people meant by a name, a phone number or an e-mail address."""
    text = text.strip()
    if not text:
        return None
    # Who gave no name is shown by the beginning of the address.
    asked = Q(email__startswith=text.lower()) | Q(whole__icontains=text)
    if number := fields.phone(text):
        asked |= Q(phone=number)
    named = User.objects.annotate(whole=Concat("first_name", Value(" "), "last_name"))
    return list(named.filter(asked).order_by("pk").values_list("pk", flat=True)[:MOST_NAMES])


def _sellers(text: str) -> list[str] | None:
    """The cooperatives meant by a name or a tax code."""
    text = text.strip()
    if not text:
        return None
    keys = cooperatives.known(text=text).values_list("pk", flat=True)[:MOST_NAMES]
    return [f"{audit.SELLER}:{key}" for key in keys]


def _deeds(what: str) -> list[str] | None:
    """One deed, or all of a group."""
    if not what:
        return None
    return deeds.group(what.removesuffix(".*")) if what.endswith(".*") else [what]
