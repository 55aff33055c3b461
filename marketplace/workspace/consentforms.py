"""What an owner says when letting somebody help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.members.models import TeamMember
from marketplace.records import clock
from marketplace.records.searching import Place, place

THINGS = (
    ("listings", _("Goods: write listings and send them in, hide and show them")),
    ("stock", _("Harvests: plots and diary, lots and what is spoilt")),
    ("orders", _("Orders: take, pack and send them, and order for a buyer")),
)


class ConsentForm(forms.Form):
    """Whom, for what, and until which day."""

    helper = forms.ChoiceField(
        label=_("Who may help"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may help.")},
    )
    things = forms.MultipleChoiceField(
        label=_("What for"),
        choices=THINGS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what the person may do for you.")},
    )
    until = forms.DateField(
        label=_("Until and with this day"),
        widget=forms.DateInput({"type": "date"}),
        error_messages={"required": _("Choose the last day.")},
    )

    def __init__(self, *args: Any, team: Sequence[TeamMember], **kwargs: Any) -> None:
        """Offer the people of the commune's team, and a month."""
        month = clock.local_day() + dt.timedelta(days=30)
        kwargs["initial"] = {"until": month.isoformat()}
        super().__init__(*args, **kwargs)
        self.fields["helper"].choices = [  # type: ignore[attr-defined]  # a choice field
            (str(member.user_id), member.user.display_name) for member in team
        ]

    def clean_until(self) -> dt.datetime:
        """The midnight that ends the last day."""
        day = self.cleaned_data["until"]
        if day > clock.local_day() + dt.timedelta(days=3650):
            raise ValidationError(_("Choose a day from tomorrow on, at most a year ahead."))
        return dt.datetime.combine(day, dt.time(), clock.LOCAL) + dt.timedelta(days=1)


class PlaceForm(forms.Form):
    """Where the page before ended."""

    after = forms.CharField(required=False, max_length=80)

    def clean_after(self) -> Place | None:
        """The place, or an error when it is none."""
        return place(self.cleaned_data["after"])
