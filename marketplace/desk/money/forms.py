"""What staff type about money."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.orders.takingback import Line
from marketplace.design import formats
from payments import banks
from payments.channels import GATEWAYS
from payments.channels.base import Account
from payments.models import Courier

_HOLDER = 100
_PAID_OUT = gettext_lazy("What a provider paid out to us: %(name)s")


class AccountForm(forms.Form):
    """Whereto a refund goes: the buyer's bank, number and name, as the buyer told them."""

    bank = forms.ChoiceField(label=gettext_lazy("The buyer's bank"))
    number = forms.RegexField(
        r"^[0-9A-Za-z]{4,19}$",
        label=gettext_lazy("Account number"),
        error_messages={"invalid": gettext_lazy("4 to 19 digits or letters, without blanks.")},
    )
    holder = forms.CharField(
        label=gettext_lazy("Name on the account"), max_length=_HOLDER, min_length=2
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the banks of the list, by name."""
        super().__init__(*args, **kwargs)
        field = self.fields["bank"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose a bank")), *banks.choices()]

    def account(self) -> Account:
        """The account that was typed."""
        told = self.cleaned_data
        return Account(told["bank"], told["number"].upper(), told["holder"].upper())


class SentForm(forms.Form):
    """That the money was sent."""

    reference = forms.CharField(
        label=gettext_lazy("The bank's number of the transfer"), max_length=100, min_length=3
    )


class ReceiptForm(forms.Form):
    """A transfer that was seen on the account."""

    amount = forms.IntegerField(
        label=gettext_lazy("Amount in đồng"),
        min_value=1,
        max_value=9_999_999_999_999,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    reference = forms.CharField(
        label=gettext_lazy("The bank's number of the transfer"), max_length=100, min_length=3
    )
    day = forms.DateField(
        label=gettext_lazy("Day it came"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )


class WhyForm(forms.Form):
    """A word about how something ended."""

    note = forms.CharField(
        label=gettext_lazy("What was done, in a sentence"), max_length=300, min_length=3
    )


class ApartForm(WhyForm):
    """Why a transfer pays nothing here."""

    COPY, OTHER = "copy", "other"

    what = forms.ChoiceField(
        label=gettext_lazy("What kind of transfer is it?"), widget=forms.RadioSelect
    )
    field_order = ("what", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the providers, and the couriers that take cash for the market."""
        super().__init__(*args, **kwargs)
        names = {code: one.name for code, one in GATEWAYS.items()}
        names |= dict(Courier.objects.values_list("code", "name"))
        field = self.fields["what"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (self.COPY, _("The same transfer was told twice; the money came once")),
            *((code, _PAID_OUT % {"name": name}) for code, name in names.items()),
            (self.OTHER, _("Other money: it came, and has nothing to do with an order")),
        ]

    @property
    def provider(self) -> str:
        """Whose payout it is, if a provider's or a courier's."""
        chosen = str(self.cleaned_data["what"])
        return "" if chosen in (self.COPY, self.OTHER) else chosen


class CloseForm(forms.Form):
    """Up to which day statements are written."""

    until = forms.DateField(
        label=gettext_lazy("Up to and with"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )


class WhichPage(forms.Form):
    """Which page of a list."""

    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


class ReturnForm(forms.Form):
    """What a buyer sent back of one delivered part: đồng by line."""

    why = forms.CharField(label=gettext_lazy("Why, in a sentence"), max_length=200, min_length=3)

    def __init__(self, lines: list[Line], *args: Any, **kwargs: Any) -> None:
        """A sum for each line, up to what it still has."""
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            self.fields[_name(line)] = forms.IntegerField(
                label=line.title,
                required=False,
                min_value=0,
                max_value=line.left,
                help_text=_("At most %(left)s") % {"left": formats.dong(line.left)},
                widget=forms.NumberInput({"inputmode": "numeric"}),
            )
        self.order_fields([*map(_name, lines), "why"])

    def clean(self) -> dict[str, Any]:
        """Something is sent back."""
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.amounts():
            raise forms.ValidationError(_("Write a sum beside what was sent back."))
        return told

    def amounts(self) -> dict[str, int]:
        """The sums in đồng by the lines' names, without what stays."""
        told = self.cleaned_data
        return {line.ref: told[_name(line)] for line in self.lines if told.get(_name(line))}


def _name(line: Line) -> str:
    """What the form calls a line."""
    return f"back-{line.ref}"
