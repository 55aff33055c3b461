"""What a cooperative types about a coming harvest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.listings import checking
from catalog.listings.models import Pack
from catalog.seasons.models import HarvestWindow
from catalog.seasons.windows import MOST_DAYS_AHEAD, Days
from marketplace.records import clock


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    """A field for a day, as phones show it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget)


class _Caps(forms.Form):
    """How many units of each pack may be ordered beforehand."""

    def __init__(self, *given: Any, packs: Sequence[Pack], **facts: Any) -> None:
        """A number field for each pack."""
        super().__init__(*given, **facts)
        self.packs = packs
        for pack in packs:
            label = gettext_lazy("%(pack)s: units to order beforehand")
            self.fields[f"cap_{pack.key}"] = forms.IntegerField(
                label=label % {"pack": pack.name_vi},
                min_value=0,
                max_value=checking.MOST_UNITS,
                required=False,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def caps(self) -> Mapping[str, int]:
        """Units by pack key, without those left empty."""
        typed = {pack.key: self.cleaned_data.get(f"cap_{pack.key}") for pack in self.packs}
        return {key: units for key, units in typed.items() if units}


class SeasonForm(_Caps):
    """A new window: the days of the harvest, the days of ordering, and how many units."""

    harvest_from = _day(gettext_lazy("First day of the harvest"))
    harvest_to = _day(
        gettext_lazy("Last day of the harvest"),
        gettext_lazy("Buyers see these days. Better a few days more than a promise you break."),
    )
    order_from = _day(gettext_lazy("Orders from"))
    order_to = _day(gettext_lazy("Orders until"))
    field_order = ("harvest_from", "harvest_to", "order_from", "order_to")

    def clean(self) -> dict[str, Any]:
        """The days in their order, and something to order."""
        facts = super().clean() or {}
        if not self.errors:
            self._check(facts)
        return facts

    def _check(self, facts: Mapping[str, dt.date]) -> None:
        """Say at the field which day does not fit."""
        today = clock.local_day()
        if facts["harvest_to"] < facts["harvest_from"]:
            self.add_error("harvest_to", _("The harvest ends after it begins."))
        if facts["harvest_to"] > today + dt.timedelta(days=MOST_DAYS_AHEAD):
            self.add_error("harvest_to", _("That is more than a year away."))
        if facts["order_to"] < max(facts["order_from"], today):
            self.add_error("order_to", _("Orders end after they begin, today or later."))
        if facts["order_to"] > facts["harvest_to"]:
            self.add_error("order_to", _("Orders end with the harvest at the latest."))
        if not self.caps():
            self.add_error(None, _("Write how many units of at least one pack may be ordered."))

    def days(self) -> Days:
        """The days as the verb takes them."""
        return Days(**{name: self.cleaned_data[name] for name in Days.__slots__})


class SeasonChangeForm(_Caps):
    """An open window: until when, and how many; the promised days of the harvest stay."""

    order_to = _day(gettext_lazy("Orders until"))

    def __init__(self, *given: Any, window: HarvestWindow, **facts: Any) -> None:
        """What stands there now."""
        offers = list(window.packs.all())
        self.window = window
        first = {f"cap_{one.pack.key}": one.cap for one in offers} | {"order_to": window.order_to}
        super().__init__(*given, packs=[one.pack for one in offers], initial=first, **facts)
        for one in offers:
            field = self.fields[f"cap_{one.pack.key}"]
            field.required = True
            field.widget.attrs["min"] = max(1, one.ordered)

    def clean(self) -> dict[str, Any]:
        """Orders end within the harvest, and no cap falls below what is ordered."""
        facts = super().clean() or {}
        last = facts.get("order_to")
        if last and not self.window.order_from <= last <= self.window.harvest_to:
            self.add_error("order_to", _("Orders end with the harvest at the latest."))
        for one in self.window.packs.all():
            if facts.get(f"cap_{one.pack.key}") == 0:
                self.add_error(f"cap_{one.pack.key}", _("At least what is ordered already."))
        return facts
