"""Which days the figures are about, and of what alone."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.records import clock
from marketplace.statistics import labels, periods
from marketplace.statistics.periods import Period
from marketplace.statistics.queries import Only
from marketplace.statistics.sales import DIMENSIONS

_LONGEST_KEY = 120


class DayInput(forms.DateInput):
    """A day in the browser's own calendar."""

    input_type = "date"

    def format_value(self, value: Any) -> str | None:
        """The day as browsers want it, in every language."""
        return value.isoformat() if isinstance(value, dt.date) else value


class Asked(forms.Form):
    """Two days and maybe one value, such as ``channel:vietqr``. This month when left out."""

    # Their names in addresses are those of the interface: ``from`` is no name in Python.
    only = forms.CharField(max_length=_LONGEST_KEY + 12, required=False)

    def __init__(self, *given: Any, **facts: Any) -> None:
        """Add the days."""
        super().__init__(*given, **facts)
        for name, label in (("from", gettext_lazy("From")), ("to", gettext_lazy("To"))):
            widget = DayInput(attrs={"min": periods.FIRST_DAY.isoformat()})
            field = forms.DateField(label=label, required=False, widget=widget)
            field.input_formats = ["%Y-%m-%d"]
            self.fields[name] = field

    def clean_only(self) -> Only | None:
        """One value of one dimension."""
        text = self.cleaned_data["only"]
        dimension, colon, key = text.partition(":")
        if not text:
            return None
        if dimension not in DIMENSIONS or not colon:
            raise forms.ValidationError(_("Sales cannot be told apart by that."))
        return Only(dimension, key)

    def clean(self) -> dict[str, Any]:
        """The days are in order, and not more than anybody reads."""
        facts = super().clean() or {}
        period = self._period(facts)
        if period.first > period.last:
            self.add_error("to", _("The last day lies before the first."))
        elif period.first < periods.FIRST_DAY:
            words = _("There are no figures before %(day)s.")
            self.add_error("from", words % {"day": f"{periods.FIRST_DAY:%d/%m/%Y}"})
        elif period.days > periods.LONGEST_DAYS:
            self.add_error("from", _("At most three years at once."))
        return facts

    def wanted(self) -> Wanted:
        """What is asked for; this month when it cannot be understood."""
        if not self.is_valid():
            return Wanted(periods.month_of(clock.local_day()), None)
        return Wanted(self._period(self.cleaned_data), self.cleaned_data["only"])

    @staticmethod
    def _period(facts: dict[str, Any]) -> Period:
        """The days given; where one is missing, the month of the other or of today."""
        first, last = facts.get("from"), facts.get("to")
        month = periods.month_of(first or last or clock.local_day())
        return Period(first or month.first, last or month.last)


class Wanted:
    """A period, and maybe the one value the figures are about."""

    def __init__(self, period: Period, only: Only | None) -> None:
        """Keep both."""
        self.period, self.only = period, only

    def query(self, period: Period | None = None, only: Only | None = None) -> str:
        """The address's query for the same figures, or for another period or value."""
        days, value = period or self.period, only or self.only
        asked = {"from": days.first.isoformat(), "to": days.last.isoformat()}
        if value:
            asked["only"] = f"{value.dimension}:{value.key}"
        return urlencode(asked)

    def without_only(self) -> str:
        """The query for the same days of everything."""
        return Wanted(self.period, None).query()

    def only_words(self) -> str:
        """What the figures are about, in words; empty for everything."""
        if self.only is None:
            return ""
        name = labels.of(self.only.dimension, [self.only.key])[self.only.key]
        return f"{labels.title(self.only.dimension)}: {name}"
