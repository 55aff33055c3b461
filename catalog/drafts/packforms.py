"""The steps of writing a listing that count and cost: packs with their prices, and a harvest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.drafts.pickedforms import PickedFields, ticked
from catalog.listings import checking
from catalog.listings.fields import DongField, KilogramField, LineField
from catalog.listings.proposals import PackDraft, Proposal
from marketplace.records import clock, tokens

if TYPE_CHECKING:
    Base = forms.BaseFormSet["PackForm"]
else:
    Base = forms.BaseFormSet


class PackForm(forms.Form):
    """A grade and size with its price."""

    key = forms.CharField(max_length=22, required=False, widget=forms.HiddenInput)
    name_vi = LineField(label=_("Pack"), max_length=80, help_text=_("Such as Thùng 5 kg."))
    net_weight_g = KilogramField(label=_("Net weight"))
    price = DongField(label=_("Price of the pack"))
    grade = LineField(
        label=_("Grade"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "grades"}),
    )
    name_en = LineField(label=_("Pack in English"), max_length=80, required=False)


class BasePacks(Base):
    """Every pack of a listing on one page."""

    def content(self, known: set[str]) -> list[dict[str, Any]]:
        """The packs in their order; a key that is not one of ``known`` is a new pack."""
        packs = []
        for form in self.forms:
            facts = getattr(form, "cleaned_data", None)
            if not facts or facts.get("DELETE") or not facts.get("name_vi"):
                continue
            key = facts["key"] if facts["key"] in known else tokens.fresh()
            known.discard(key)
            packs.append(
                {
                    "key": key,
                    **{name: facts[name] for name in ("name_vi", "name_en", "grade")},
                    "net_weight_g": facts["net_weight_g"],
                    "price": facts["price"],
                }
            )
        return packs

    @staticmethod
    def initially(packs: Sequence[PackDraft]) -> list[dict[str, Any]]:
        """What the forms show first."""
        return [
            {
                "key": pack.key,
                "name_vi": pack.name_vi,
                "name_en": pack.name_en,
                "grade": pack.grade,
                "net_weight_g": f"{pack.net_weight_g / 1000:.3f}".rstrip("0").rstrip("."),
                "price": f"{pack.price:,}".replace(",", "."),
            }
            for pack in packs
        ]


Packs = forms.formset_factory(
    PackForm,
    formset=BasePacks,
    extra=1,
    max_num=checking.MOST_PACKS,
    absolute_max=checking.MOST_PACKS,
    can_delete=True,
)


class LotForm(PickedFields):
    """A harvest: its day, its plots, until when it keeps, and how many units of each pack."""

    field_order = ("draft", "written_at", "harvested_on", "best_before", "plots", "unwritten_field")

    harvested_on = forms.DateField(
        label=_("Harvest day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    best_before = forms.DateField(
        label=_("Best before"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("After this day the lot is no longer sold."),
    )

    def __init__(
        self,
        *given: Any,
        packs: Sequence[tuple[str, str]],
        **facts: Any,
    ) -> None:
        """A tick for each plot, and a number field for each pack (key and name)."""
        super().__init__(*given, **facts)
        self.keys = [key for key, _name in packs]
        for key, name in packs:
            self.fields[f"units_{key}"] = forms.IntegerField(
                label=name,
                help_text=_("How many of these came of it."),
                min_value=0,
                max_value=checking.MOST_UNITS,
                required=False,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def clean(self) -> dict[str, Any]:
        """The days in their order, and something of something."""
        facts = super().clean() or {}
        day, kept = facts.get("harvested_on"), facts.get("best_before")
        today = clock.local_day()
        if day and not today - checking.OLDEST_HARVEST <= day <= today:
            self.add_error("harvested_on", _("The harvest day is today or earlier."))
        if kept and (kept < today or (day and kept < day)):
            self.add_error("best_before", _("The best-before day is today or later."))
        self.check_picked(day)
        if not any(facts.get(f"units_{key}") for key in self.keys):
            raise forms.ValidationError(_("Write how many units of at least one pack there are."))
        return facts

    def content(self) -> dict[str, Any]:
        """The lot as the proposal holds it."""
        facts = self.cleaned_data
        kept = facts["best_before"]
        return {
            "harvested_on": facts["harvested_on"].isoformat(),
            "best_before": kept.isoformat() if kept else None,
            "units": {key: facts[f"units_{key}"] or 0 for key in self.keys},
            **self.picked(),
        }

    @staticmethod
    def initially(proposal: Proposal) -> dict[str, Any]:
        """What the form shows first: today, unless the draft says otherwise."""
        lot = proposal.first_lot
        if lot is None:
            return {"harvested_on": clock.local_day()}
        units = {f"units_{key}": count for key, count in lot.units.items()}
        return {
            "harvested_on": lot.harvested_on,
            "best_before": lot.best_before,
            **ticked(lot.plots, lot.unwritten_field),
            **units,
        }
