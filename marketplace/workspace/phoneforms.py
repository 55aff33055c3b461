"""An order for somebody who calls: which packs, for whom, where to, how paid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.checkout.forms import Receiver
from catalog.listings.models import Pack
from marketplace.design import formats
from payments import channels

MOST_UNITS = 500


class PhoneOrder(Receiver):
    """The receiver as at checkout, and a number for every pack on sale."""

    channel = forms.ChoiceField(label=_("How the buyer pays"), widget=forms.RadioSelect)
    consent = forms.BooleanField(
        label=_("The buyer has heard the total and agrees to the rules of buying."),
        required=False,
    )
    expected_total = forms.RegexField(r"^[0-9]{1,15}$", required=False, widget=forms.HiddenInput)
    key = forms.RegexField(r"^[A-Za-z0-9_-]{8,40}$", widget=forms.HiddenInput)
    lane = forms.CharField(max_length=20, required=False)

    def __init__(self, *args: Any, packs: Sequence[Pack], **kwargs: Any) -> None:
        """Ask how many of each pack."""
        super().__init__(*args, **kwargs)
        self.packs = packs
        self.fields["channel"].choices = [  # type: ignore[attr-defined]  # a choice field
            (channel.code, channel.name) for channel in channels.offered()
        ]
        for pack in packs:
            self.fields[f"pack-{pack.pk}"] = forms.IntegerField(
                label=f"{pack.item.name_vi} · {formats.dong(pack.price)}",
                min_value=0,
                max_value=MOST_UNITS,
                required=False,
                widget=forms.NumberInput({"inputmode": "numeric"}),
            )

    def clean(self) -> dict[str, Any]:
        """Something is ordered."""
        facts = super().clean()
        if not self.errors and not self.wanted():
            raise forms.ValidationError(_("Write how many of at least one pack."))
        return facts

    def wanted(self) -> dict[int, int]:
        """Units by pack."""
        typed = {pack.pk: self.cleaned_data.get(f"pack-{pack.pk}") for pack in self.packs}
        return {key: units for key, units in typed.items() if units}

    @property
    def pack_fields(self) -> list[forms.BoundField]:
        """The numbers."""
        return [self[f"pack-{pack.pk}"] for pack in self.packs]
