"""What the payer typed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from payments.sandbox import faults

MOST_DONG = 9_999_999_999_999


class TransferForm(forms.Form):
    """A transfer as typed: every field may be changed, as in a real bank's app."""

    HOW = (
        ("once", _("As it should be")),
        ("twice", _("The bank's message comes twice")),
        ("apart", _("I pressed the button twice: two transfers")),
        ("never", _("Nobody tells the market: only the statement knows")),
        ("forged", _("A forger signs the message")),
        ("stale", _("The message is ten minutes old")),
    )

    TELLERS = (
        ("sepay", "SePay"),
        ("casso", "Casso"),
        ("payos", "payOS"),
        ("sepay+casso+payos", _("SePay, Casso and payOS tell of the same transfer")),
    )

    payload = forms.CharField(max_length=512, widget=forms.HiddenInput)
    amount = forms.IntegerField(
        label=_("Amount in đồng"), min_value=1, max_value=MOST_DONG, localize=False
    )
    memo = forms.CharField(label=_("Content"), max_length=200, required=False)
    how = forms.ChoiceField(label=_("What happens"), choices=HOW, initial="once")
    delay = forms.IntegerField(
        label=_("Seconds until the bank tells the market"), min_value=0, max_value=3600, initial=0
    )
    tellers = forms.ChoiceField(
        label=_("Who tells the market"), choices=TELLERS, initial="sepay", required=False
    )

    def clean_tellers(self) -> str:
        """SePay, when nobody was chosen."""
        return self.cleaned_data["tellers"] or "sepay"


class DiceForm(forms.Form):
    """How many messages go astray, by dice that fall alike for the same seed."""

    seed = forms.IntegerField(label=_("Seed"), min_value=0, max_value=2**31, initial=1)
    often = forms.IntegerField(
        label=_("Of a hundred messages go astray"), min_value=0, max_value=100, initial=50
    )


RESULTS = (
    ("paid", _("Pay")),
    ("cancelled", _("Cancel")),
    ("no_money", _("There is not enough money")),
    ("wrong_code", _("Type a wrong code")),
    ("held", _("Pay, and the bank suspects fraud")),
    ("too_late", _("Wait until it is too late")),
)


class ResultForm(forms.Form):
    """How a payment ends at a provider, and how the market hears of it."""

    HOW = (
        ("once", _("As it should be")),
        ("twice", _("The message comes twice")),
        ("never", _("The message never comes")),
        ("forged", _("A forger signs the message")),
        ("other_sum", _("The message names one đồng less")),
        ("flips", _("First it is refused, then it is paid after all")),
        ("reversed", _("The same, and the two messages come in the wrong order")),
        ("skewed", _("The provider's clock is an hour ahead")),
    )

    result = forms.ChoiceField(choices=RESULTS)
    how = forms.ChoiceField(label=_("What happens"), choices=HOW, initial="once", required=False)
    delay = forms.IntegerField(
        label=_("Seconds until the market is told"),
        min_value=0,
        max_value=3600,
        initial=0,
        required=False,
    )

    def clean_how(self) -> str:
        """As it should be, when nothing was chosen."""
        return self.cleaned_data["how"] or "once"

    def clean_delay(self) -> int:
        """At once, when nothing was typed."""
        return self.cleaned_data["delay"] or 0


class FaultsForm(forms.Form):
    """What goes wrong with the next call."""

    PROVIDERS = (("vnpay", "VNPAY"), ("momo", "MoMo"), ("zalopay", "ZaloPay"), ("card", "Stripe"))

    provider = forms.ChoiceField(label=_("Provider"), choices=PROVIDERS)
    kind = forms.ChoiceField(
        label=_("What happens"), choices=(*faults.KINDS, *faults.REFUNDS), required=False
    )


class DoorForm(forms.Form):
    """A parcel at its door, and what the courier's file will say of it."""

    HOW = (
        ("paid", _("As it should be")),
        ("short", _("The file has 1,000 ₫ too little")),
        ("extra", _("The file has 1,000 ₫ too much")),
        ("twice", _("The file has it twice")),
        ("forgotten", _("The courier keeps the money")),
        ("refused", _("The buyer does not take the parcel")),
    )

    reference = forms.CharField(
        label=_("The parcel's number, ours or the courier's"), min_length=3, max_length=60
    )
    amount = forms.IntegerField(
        label=_("Amount in đồng"), min_value=1, max_value=MOST_DONG, localize=False
    )
    how = forms.ChoiceField(label=_("What happens"), choices=HOW, initial="paid")
