"""What the payer typed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_DONG = 9_999_999_999_999


class TransferForm(forms.Form):
    """A transfer as typed: every field may be changed, as in a real bank's app."""

    HOW = (
        ("once", _("As it should be")),
        ("twice", _("The bank's message comes twice")),
        ("apart", _("I pressed the button twice: two transfers")),
        ("forged", _("A forger signs the message")),
        ("stale", _("The message is ten minutes old")),
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
