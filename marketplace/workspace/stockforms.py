"""The one form for prices and stock of all packs: a few fields per pack, one save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.drafts.pickedforms import PickedFields
from catalog.listings import checking
from catalog.listings.fields import DongField
from catalog.listings.models import Pack
from catalog.stock import bulk
from catalog.traceability.models import Plot
from marketplace.records import clock

MOST = checking.MOST_UNITS


class RowForm(forms.Form):
    """One pack: its price, what came in, what is lost, from when on it runs out."""

    seen = forms.CharField(max_length=40, widget=forms.HiddenInput)
    price = DongField(label=gettext_lazy("Price"))
    came = forms.IntegerField(
        label=gettext_lazy("Harvested today"), min_value=0, max_value=MOST, initial=0
    )
    lost = forms.IntegerField(
        label=gettext_lazy("Spoilt or lost"), min_value=0, max_value=MOST, initial=0
    )
    alarm = forms.IntegerField(label=gettext_lazy("Warn me below"), min_value=0, max_value=MOST)

    def clean_price(self) -> int:
        """A price that a listing may have."""
        price = int(self.cleaned_data["price"])
        if not 1 <= price <= checking.DEAREST:
            raise forms.ValidationError(_("Every pack needs a price in đồng."))
        return price

    def row(self, pack_id: int, picked: Mapping[str, Any]) -> bulk.Row:
        """What was asked for, for the verb; ``picked`` says where what came in was picked."""
        facts = self.cleaned_data
        return bulk.Row(
            pack_id=pack_id,
            seen=facts["seen"],
            price=facts["price"],
            came=facts["came"],
            lost=facts["lost"],
            alarm=facts["alarm"],
            **picked,
        )


class GroundForm(PickedFields):
    """Where what came in of one listing was picked today; asked only when something came."""

    def require(self, came: bool) -> None:
        """Ask, or leave it be; call it before the form is checked."""
        if self.is_bound and "plots" in self.fields:
            self.fields["plots"].required = came
        self.came = came

    def clean(self) -> dict[str, Any]:
        """No plot inside its interval."""
        facts = super().clean() or {}
        if self.came:
            self.check_picked(clock.local_day())
        return facts


def grounds(
    plots: Mapping[int, Sequence[Plot]],
    packs: Sequence[Pack],
    rows: Sequence[RowForm],
    posted: Mapping[str, Any] | None,
) -> dict[int, GroundForm]:
    """A form for each listing whose crop has plots; checked together with its rows."""
    found = {}
    for listing_id, own in plots.items():
        form = GroundForm(posted, prefix=f"listing-{listing_id}", plots=own)
        those = [
            row for row, pack in zip(rows, packs, strict=True) if pack.listing_id == listing_id
        ]
        form.require(any(_came(row) for row in those))
        found[listing_id] = form
    return found


def _came(row: RowForm) -> bool:
    """Whether a row that was sent says that something came in."""
    return row.is_bound and row.is_valid() and bool(row.cleaned_data["came"])


def forms_of(
    packs: Sequence[Pack],
    received: Mapping[int, int],
    alarms: Mapping[int, int],
    posted: Mapping[str, Any] | None,
) -> list[RowForm]:
    """A form for each pack, filled with what stands or with what was posted."""
    return [
        RowForm(
            posted,
            prefix=f"pack-{pack.pk}",
            initial={
                "seen": bulk.mark(pack, received[pack.pk]),
                "price": f"{pack.price:,}".replace(",", "."),
                "came": 0,
                "lost": 0,
                "alarm": alarms[pack.pk],
            },
        )
        for pack in packs
    ]
