"""What may be typed about a basket."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalog.baskets.filling import MOST_UNITS
from catalog.baskets.models import Source

WHOLE = format_lazy(_("Type a whole number from 1 to {most}."), most=MOST_UNITS)


class Quantity(forms.Form):
    """How many units, as plain digits: no sign, no fraction, no other script's digits."""

    quantity = forms.RegexField(
        r"^[0-9]{1,6}$", error_messages={"invalid": WHOLE, "required": WHOLE}
    )

    def clean_quantity(self) -> int:
        """The number, 1 to ``MOST_UNITS``."""
        number = int(self.cleaned_data["quantity"])
        if not 1 <= number <= MOST_UNITS:
            raise forms.ValidationError(WHOLE)
        return number


class Addition(Quantity):
    """A pack, how many of it, and where the buyer was."""

    pack = forms.RegexField(r"^[0-9]{1,18}$", error_messages={"required": _("Choose a box first.")})
    source = forms.CharField(required=False, max_length=40)
    detail = forms.CharField(required=False, max_length=120)

    def clean_source(self) -> str:
        """A source we know; anything else counts as direct."""
        source: str = self.cleaned_data["source"]
        return source if source in Source.values else Source.DIRECT.value


class Code(forms.Form):
    """A voucher's code, and where to go on."""

    code = forms.CharField(max_length=40, error_messages={"required": _("Type the code first.")})
    to = forms.CharField(required=False, max_length=10)


def sentence(form: forms.Form) -> str:
    """What is wrong with a form, in one sentence."""
    problems: dict[str, Any] = form.errors
    return str(next(iter(problems.values()))[0])
