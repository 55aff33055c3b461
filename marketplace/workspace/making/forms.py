"""What is said of lots that become other lots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.listings import checking
from catalog.listings.fields import offer
from catalog.listings.models import Pack
from catalog.traceability.lineage.making import Product
from catalog.traceability.models import Lot
from marketplace.design import formats
from marketplace.records import clock
from marketplace.workspace.growing.forms import DayField, crops

_GROUPED = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,3})?")
_PLAIN = re.compile(r"[0-9]{1,6}([.,][0-9]{1,3})?")


class MassField(forms.CharField):
    """A lot's weight typed in kilograms: 1.200 is twelve hundred, 1,5 is one and a half."""

    def __init__(self, **facts: Any) -> None:
        """Phones show digits and a comma."""
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        super().__init__(max_length=14, widget=widget, **facts)

    def clean(self, value: Any) -> int | None:
        """The weight in grams, or nothing when nothing was typed."""
        typed = "".join(str(super().clean(value)).lower().removesuffix("kg").split())
        if not typed:
            return None
        if _GROUPED.fullmatch(typed):
            typed = typed.replace(".", "")
        if not _PLAIN.fullmatch(typed):
            raise forms.ValidationError(_("Write the weight in kilograms, for example 120 or 0,5."))
        return int(Decimal(typed.replace(",", ".")) * 1000)


class SplitForm(forms.Form):
    """Two to four parts of a lot, and what was thrown away."""

    part_1 = MassField(label=_("First part"))
    part_2 = MassField(label=_("Second part"))
    part_3 = MassField(label=_("Third part"), required=False)
    part_4 = MassField(label=_("Fourth part"), required=False)
    loss = MassField(label=_("Thrown away"), required=False)

    def parts(self) -> list[int]:
        """The parts in grams."""
        told = (self.cleaned_data[f"part_{number}"] for number in range(1, 5))
        return [grams for grams in told if grams]


class MergeForm(forms.Form):
    """How much of this lot and of others of its crop go into the new one."""

    def __init__(self, *given: Any, lots: Sequence[Lot], **facts: Any) -> None:
        """A field for each lot; the first is the one whose page it is."""
        super().__init__(*given, **facts)
        self.lots = list(lots)
        for lot in self.lots:
            left = {"left": formats.weight(lot.left_g)}
            self.fields[f"take_{lot.pk}"] = MassField(
                label=lot.code, required=False, help_text=_("%(left)s left") % left
            )

    def taken(self) -> dict[int, int]:
        """Grams by the key of each lot that gives something."""
        told = {lot.pk: self.cleaned_data[f"take_{lot.pk}"] for lot in self.lots}
        return {key: grams for key, grams in told.items() if grams}


class ProcessForm(forms.Form):
    """What goes in, what it becomes, and what comes out; the rest is loss."""

    taken = MassField(label=_("Goes in (kg)"))
    crop = forms.ChoiceField(label=_("Becomes"))
    out = MassField(label=_("Comes out (kg)"))
    best_before = DayField(label=_("Best before"), required=False)

    def __init__(self, *given: Any, **facts: Any) -> None:
        """Offer the goods of the market."""
        super().__init__(*given, **facts)
        offer(self, "crop", crops())

    def clean(self) -> dict[str, Any]:
        """Less comes out than goes in, and it keeps."""
        facts = super().clean() or {}
        taken, out, kept = (facts.get(name) for name in ("taken", "out", "best_before"))
        if taken and out and out > taken:
            self.add_error("out", _("More cannot come out than goes in."))
        if kept and kept < clock.local_day():
            self.add_error("best_before", _("The best-before day is today or later."))
        return facts

    def product(self) -> Product:
        """What comes out, for the verb."""
        facts = self.cleaned_data
        loss = facts["taken"] - facts["out"]
        return Product(facts["crop"], facts["out"], loss, facts["best_before"])


class OfferForm(forms.Form):
    """How many units of each pack are put on sale."""

    def __init__(self, *given: Any, packs: Sequence[Pack], **facts: Any) -> None:
        """A number for each pack of the crop."""
        super().__init__(*given, **facts)
        self.packs = list(packs)
        for pack in self.packs:
            self.fields[f"units_{pack.pk}"] = forms.IntegerField(
                label=f"{pack.listing.product}, {pack.name_vi}",
                min_value=0,
                max_value=checking.MOST_UNITS,
                required=False,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def units(self) -> dict[int, int]:
        """Units by the key of each pack that gets some."""
        told = {pack.pk: self.cleaned_data[f"units_{pack.pk}"] for pack in self.packs}
        return {key: count for key, count in told.items() if count}
