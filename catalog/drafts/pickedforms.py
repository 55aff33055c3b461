"""On which plots a harvest was picked, as every form asks it that a lot begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.listings import checking
from catalog.listings.fields import LineField, offer
from catalog.traceability import places
from catalog.traceability.diary import writing as diary
from catalog.traceability.models import Plot
from marketplace.design import formats

#: The choice beside the plots; no plot has this key.
ELSEWHERE = "elsewhere"


class PickedFields(forms.Form):
    """A tick for each plot, one for a field that is not written down, and why it is not.

    Without plots of the crop nothing is asked; the word only of who ticked the last one.
    """

    plots = forms.MultipleChoiceField(
        label=gettext_lazy("Picked on"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Say again on which plots it was picked.")},
    )
    unwritten_field = LineField(
        label=gettext_lazy("Whose field, and why it is not written down"),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Write whose field it is, and why it is not written down.")
        },
        help_text=gettext_lazy(
            "Only for the last choice. The department reads it; buyers read that the field is not "
            "written down."
        ),
    )

    def __init__(self, *given: Any, plots: Sequence[Plot] = (), **facts: Any) -> None:
        """Offer the plots of the crop; the only one stands ticked."""
        super().__init__(*given, **facts)
        if not plots:
            del self.fields["plots"], self.fields["unwritten_field"]
            return
        named = places.names({plot.commune_code for plot in plots})
        choices = [(str(plot.pk), _with_commune(plot, named)) for plot in plots]
        choices.append((ELSEWHERE, _("A field that is not written down here yet")))
        offer(self, "plots", choices)
        # A group of ticks has no “required” of its own in HTML; what it needs is said below.
        self.fields["plots"].required = True
        self.fields["plots"].error_messages["required"] = checking.plots_not_said()
        ticks = [ELSEWHERE]
        if self.is_bound:
            asked, name = self.fields["plots"].widget, self.add_prefix("plots")
            ticks = asked.value_from_datadict(self.data, self.files, name) or []
        self.fields["unwritten_field"].required = ELSEWHERE in ticks
        if len(plots) == 1 and not self.initial.get("plots"):
            self.initial["plots"] = [str(plots[0].pk)]

    def check_picked(self, day: Any) -> None:
        """Say at its field what keeps it from being picked there on a day."""
        chosen = self.cleaned_data.get("plots", ())
        picked = [int(key) for key in chosen if key != ELSEWHERE]
        if day and picked and (reason := diary.blocked(picked, day)):
            self.add_error("plots", reason)

    def picked(self) -> dict[str, Any]:
        """Plots and word as a draft of a lot holds them."""
        chosen = self.cleaned_data.get("plots", ())
        word = self.cleaned_data.get("unwritten_field", "") if ELSEWHERE in chosen else ""
        return {
            "plots": [int(key) for key in chosen if key != ELSEWHERE],
            "unwritten_field": word,
        }


def ticked(plots: Sequence[int], unwritten_field: str) -> dict[str, Any]:
    """What the form shows of a lot that was drafted before."""
    chosen = [str(key) for key in plots] + ([ELSEWHERE] if unwritten_field else [])
    return {"plots": chosen, "unwritten_field": unwritten_field} if chosen else {}


def plot_words(plot: Plot) -> str:
    """A plot as one chooses it: its name, and how large it is."""
    return f"{plot.name} ({formats.decimal(plot.area_m2 / 10_000, 2)}{formats.NBSP}ha)"


def _with_commune(plot: Plot, named: dict[str, str]) -> str:
    """The same with its commune, where there is room for it."""
    commune = named.get(plot.commune_code, "").partition(",")[0]
    return f"{plot_words(plot)}, {commune}" if commune else plot_words(plot)
