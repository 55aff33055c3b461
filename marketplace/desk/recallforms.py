"""What staff type about recalls: what they are about, what people are told, what came of it."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.listings.fields import LineField, TextField
from catalog.traceability.models import Facility, Recall
from catalog.traceability.recalls import named
from catalog.traceability.recalls.opening import About, Words
from marketplace.records import clock

MOST_CODES = 1_000
_BETWEEN = re.compile(r"[\s,;]+")


class WhichRecalls(forms.Form):
    """Real recalls or drills, and which page of them."""

    drills = forms.BooleanField(required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    """A day, chosen from a calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget)


class RecallForm(forms.Form):
    """What every recall says, whatever it is about."""

    reason = LineField(
        label=_("Why it is called back"),
        max_length=300,
        help_text=_(
            "Buyers, cooperatives and the public read it. Say what was found, and in what."
        ),
        error_messages={"required": _("Say why: everybody asked to throw food away reads it.")},
    )
    reason_en = LineField(label=_("The same in English"), max_length=300, required=False)
    grade = forms.TypedChoiceField(
        label=_("How grave it is"),
        choices=Recall.Grade.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a class.")},
    )
    remedy = forms.ChoiceField(
        label=_("What to do with the goods"),
        choices=Recall.Remedy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    contact = LineField(
        label=_("Whom to ask"),
        max_length=120,
        required=False,
        help_text=_("Name and phone number. Empty: the market's help line."),
    )
    document = LineField(label=_("Number of the lab report"), max_length=80, required=False)
    drill = forms.BooleanField(
        label=_("This is a drill: lists and clock are real, nobody is told, nothing is stopped"),
        required=False,
    )

    def words(self) -> Words:
        """What people are told."""
        facts = self.cleaned_data
        names = ("reason", "grade", "remedy", "reason_en", "contact", "document")
        return Words(**{name: facts[name] for name in names})

    def about(self) -> About:
        """What the recall is about: whatever of it this form asks."""
        facts = self.cleaned_data
        first, last = facts.get("days_from"), facts.get("days_to")
        return About(
            codes=facts.get("codes", ()),
            input_name=facts.get("input_name", ""),
            facility=facts.get("facility"),
            days=(first, last) if first and last else None,
        )


class LotsForm(RecallForm):
    """A recall of lots by the codes on labels."""

    codes = forms.CharField(
        label=_("Codes of lots or boxes"),
        max_length=20 * MOST_CODES,
        widget=forms.Textarea(attrs={"rows": 4, "autocapitalize": "characters"}),
        help_text=_("As printed under the QR code, one a line or with commas."),
        error_messages={"required": _("Write at least one code of a lot or box.")},
    )
    field_order = ("codes",)

    def clean_codes(self) -> list[str]:
        """The lots of the codes; a box stands for its lot."""
        typed = [code for code in _BETWEEN.split(self.cleaned_data["codes"]) if code]
        if len(typed) > MOST_CODES:
            raise forms.ValidationError(_("A thousand codes at most."))
        try:
            return named.lot_codes(typed)
        except named.UnknownCodes as unknown:
            words = _("Nobody issued: %(codes)s") % {"codes": ", ".join(unknown.codes[:10])}
            raise forms.ValidationError(words) from None


class DaysForm(RecallForm):
    """A recall of what happened on some days."""

    days_from = _day(_("First day"))
    days_to = _day(_("Last day"))

    def clean(self) -> dict[str, Any]:
        """Days run forward and have begun."""
        facts: dict[str, Any] = super().clean() or {}
        first, last = facts.get("days_from"), facts.get("days_to")
        if first and last and first > last:
            self.add_error("days_to", _("The last day lies before the first."))
        if first and first > clock.local_day():
            self.add_error("days_from", _("This day has not come yet."))
        return facts


class InputForm(DaysForm):
    """A recall of everything grown with an input."""

    input_name = LineField(
        label=_("Name of the product or its active ingredient"),
        min_length=3,
        max_length=120,
        help_text=_("A part of the name is enough. The days are those on which it was used."),
    )
    field_order = ("input_name", "days_from", "days_to")


class HouseField(forms.ModelChoiceField):  # type: ignore[type-arg]  # no generic at run time
    """A choice among houses that says of each whose it is."""

    def label_from_instance(self, obj: Any) -> str:
        """Party and house."""
        return f"{obj.party.name}: {obj.name}"


class FacilityForm(DaysForm):
    """A recall of everything that went through a house."""

    facility = HouseField(
        label=_("Packing house or workshop"),
        queryset=Facility.objects.select_related("party").order_by("party__name", "name"),
        help_text=_(
            "Goods of the same cooperative for which nobody noted a house are called back too."
        ),
    )
    field_order = ("facility", "days_from", "days_to")


FORMS: dict[str, type[RecallForm]] = {
    Recall.Scope.LOTS: LotsForm,
    Recall.Scope.INPUT: InputForm,
    Recall.Scope.FACILITY: FacilityForm,
}


class CloseForm(forms.Form):
    """What came of a recall."""

    result = TextField(
        label=_("What came of it"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "The public reads it: how much came back or was destroyed, what was the cause."
        ),
    )
