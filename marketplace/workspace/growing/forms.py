"""What a cooperative says of its growers, its growing areas and its houses."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.cooperatives.forms import CommuneField, PhoneField
from catalog.goods.models import GoodsCategory
from catalog.listings.fields import LineField, offer
from catalog.traceability.codes import checkdigits
from catalog.traceability.models import Facility, GrowingArea

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z./ -]{1,38}[0-9A-Za-z]")


class DayField(forms.DateField):
    """A day, chosen from the phone's own calendar."""

    def __init__(self, **facts: Any) -> None:
        """The calendar wants its days as the standard writes them."""
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **facts)


class CodeField(forms.CharField):
    """A code as the authority issued it, in capitals."""

    def __init__(self, **facts: Any) -> None:
        """No phone should put words right here."""
        widget = forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"})
        super().__init__(max_length=40, widget=widget, **facts)

    def clean(self, value: Any) -> str:
        """The code with single blanks; an error for what no code looks like."""
        code = " ".join(str(super().clean(value)).upper().split())
        if code and not _CODE.fullmatch(code):
            raise forms.ValidationError(
                _("A code has letters, digits, dots and dashes, for example VN-SLOR-0001.")
            )
        return code


class GrowerForm(forms.Form):
    """A household of the cooperative."""

    name = LineField(label=_("Full name"), max_length=150)
    alias = LineField(
        label=_("Shown in public instead"),
        max_length=60,
        help_text=_("Such as “Hộ 12, bản Nà Nghịu”: read without the grower's consent."),
    )
    phone = PhoneField(
        label=_("Phone"), required=False, help_text=_("For yourselves; it is never shown.")
    )
    commune = CommuneField(label=_("Commune or ward"))


class AreaForm(forms.Form):
    """A growing area with its code."""

    code = CodeField(
        label=_("Growing-area code"), help_text=_("Exactly as the authority issued it.")
    )
    crop = forms.ChoiceField(label=_("Crop"))
    markets = LineField(
        label=_("Open for"),
        max_length=200,
        required=False,
        help_text=_("The countries it may export to."),
    )
    state = forms.ChoiceField(
        label=_("The code is"),
        choices=(
            (GrowingArea.State.ACTIVE, _("valid")),
            (GrowingArea.State.SUSPENDED, _("suspended")),
            (GrowingArea.State.WITHDRAWN, _("withdrawn")),
        ),
    )
    valid_from = DayField(label=_("Valid from"))
    valid_to = DayField(label=_("Valid until"), required=False)

    def __init__(self, *given: Any, **facts: Any) -> None:
        """Offer the crops of the market."""
        super().__init__(*given, **facts)
        offer(self, "crop", crops(self.initial.get("crop", "")))

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        facts = super().clean() or {}
        first, last = facts.get("valid_from"), facts.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day lies before the first."))
        return facts


class HouseForm(forms.Form):
    """A packing house, workshop or store."""

    kind = forms.ChoiceField(
        label=_("What is done there"),
        choices=(
            (Facility.Kind.PACKING, _("Packing")),
            (Facility.Kind.PROCESSING, _("Processing")),
            (Facility.Kind.STORE, _("Storing")),
        ),
    )
    name = LineField(label=_("Name"), max_length=150)
    code = CodeField(
        label=_("Packing-house code"),
        required=False,
        help_text=_("Exactly as the authority issued it."),
    )
    gln = forms.CharField(
        label=_("GLN"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("13 digits, only if you have one of GS1."),
    )
    commune = CommuneField(label=_("Commune or ward"))
    is_usual = forms.BooleanField(label=_("This is where we usually pack"), required=False)

    def clean_gln(self) -> str:
        """The number without blanks; its check digit has to fit."""
        typed = "".join(str(self.cleaned_data["gln"]).split())
        try:
            return checkdigits.gln(typed) if typed else ""
        except checkdigits.WrongNumber as wrong:
            raise forms.ValidationError(
                _("This is no GLN: it has 13 digits, and the last one fits the others.")
            ) from wrong


def crops(also: str = "") -> list[tuple[str, str]]:
    """The crops of the market in the reader's language, and the one that is written down.

    What is kept is the Vietnamese name: lots and plots of one crop are compared by it.
    """
    leaves = GoodsCategory.objects.filter(children=None).order_by("position")
    english = get_language() == "en"
    names = {
        vietnamese: name or vietnamese if english else vietnamese
        for vietnamese, name in leaves.values_list("name_vi", "name_en")
    }
    if also:
        names.setdefault(also, also)
    return [("", "—"), *names.items()]
