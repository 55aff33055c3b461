"""What a cooperative says of a plot, its outline among it."""

from __future__ import annotations

import json
import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.cooperatives.forms import CommuneField
from catalog.listings.fields import LineField, offer
from catalog.traceability.growing import outlines, queries
from catalog.traceability.growing.models import LARGEST_M2, SMALLEST_M2
from catalog.traceability.models import GrowingArea, Plot
from marketplace.records import clock
from marketplace.workspace.growing.forms import crops

EARLIEST_YEAR = 1900
_BETWEEN = re.compile(r"[\s.\u00a0\u202f]+|m2|m²")
_DIGITS = re.compile(r"[0-9]{1,9}")


class AreaField(forms.CharField):
    """Square metres typed as 8000, 8.000 or 8 000 m²."""

    def __init__(self, **facts: Any) -> None:
        """Phones show digits."""
        widget = forms.TextInput(attrs={"inputmode": "numeric"})
        super().__init__(max_length=20, widget=widget, **facts)

    def clean(self, value: Any) -> int | None:
        """Whole square metres, or nothing when nothing was typed."""
        typed = _BETWEEN.sub("", str(super().clean(value)).lower())
        if not typed:
            return None
        area = int(typed) if _DIGITS.fullmatch(typed) else 0
        if not SMALLEST_M2 <= area <= LARGEST_M2:
            raise forms.ValidationError(
                _("Write whole square metres, for example 8.000; a hectare is 10.000.")
            )
        return area


class PlotForm(forms.Form):
    """A field or orchard."""

    name = LineField(
        label=_("Name of the plot"), max_length=100, help_text=_("As you call it: Đồi trước.")
    )
    crop = forms.ChoiceField(
        label=_("Crop"), help_text=_("Harvests of this crop can name this plot.")
    )
    variety = LineField(label=_("Variety"), max_length=100, required=False)
    planted_year = forms.IntegerField(
        label=_("Year of planting"),
        required=False,
        min_value=EARLIEST_YEAR,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    commune = CommuneField(label=_("Commune or ward"))
    grower = forms.ChoiceField(label=_("Grower"), required=False)
    growing_area = forms.ChoiceField(label=_("Growing-area code"), required=False)
    area_m2 = AreaField(
        label=_("Area in square metres"),
        required=False,
        help_text=_("Leave it empty if you give the outline: it is worked out."),
    )
    outline = forms.CharField(
        label=_("Outline or place"),
        required=False,
        max_length=outlines.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "autocomplete": "off"}),
        help_text=_("GeoJSON, longitude first. Buyers see the commune only, never this."),
    )
    file = forms.FileField(
        label=_("Outline as a GeoJSON file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
    )
    in_use = forms.BooleanField(label=_("We still work this plot"), required=False, initial=True)

    def __init__(self, *given: Any, party_id: int, **facts: Any) -> None:
        """Offer the party's own growers and areas."""
        super().__init__(*given, **facts)
        self.growers = {str(one.pk): one for one in queries.growers(party_id)}
        areas = GrowingArea.objects.filter(party=party_id)
        self.areas = {str(one.pk): one for one in areas}
        nobody = ("", "—")
        offer(self, "crop", crops(self.initial.get("crop", "")))
        offer(self, "grower", [nobody, *((key, one.name) for key, one in self.growers.items())])
        offer(self, "growing_area", [nobody, *((k, one.code) for k, one in self.areas.items())])

    def clean_planted_year(self) -> int | None:
        """Not a year to come."""
        year: int | None = self.cleaned_data["planted_year"]
        if year and year > clock.local_day().year:
            raise forms.ValidationError(_("This year has not come yet."))
        return year

    def clean_file(self) -> str:
        """The text of the file, if one was chosen."""
        upload = self.cleaned_data["file"]
        if not upload:
            return ""
        if upload.size > outlines.LONGEST_TEXT:
            raise forms.ValidationError(_("The outline is too long."))
        try:
            return str(upload.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(_("This is no GeoJSON.")) from None

    def clean(self) -> dict[str, Any]:
        """A place on the map that can be one, and an area that comes from somewhere."""
        facts = super().clean() or {}
        field = "file" if facts.get("file") else "outline"
        facts["shape"] = None
        if text := facts.get(field, ""):
            facts["shape"] = self._shape(text, field)
        drawn = facts["shape"] and facts["shape"]["type"] == "Polygon"
        if not (facts.get("area_m2") or drawn or self.errors):
            self.add_error("area_m2", _("Write the area, or give the outline of the plot."))
        return facts

    def _shape(self, text: str, field: str) -> dict[str, Any] | None:
        """The outline typed or uploaded; what is wrong with it stands at its field."""
        try:
            return outlines.read(text)
        except outlines.BadOutline as bad:
            self.add_error(field, bad_words(bad))
            return None

    def facts(self) -> dict[str, Any]:
        """What was typed, for the verb."""
        told = self.cleaned_data
        plain = ("name", "crop", "variety", "planted_year", "in_use")
        return {
            **{name: told[name] for name in plain},
            "commune_code": told["commune"].code,
            "grower": self.growers.get(told["grower"]),
            "growing_area": self.areas.get(told["growing_area"]),
            "outline": told["shape"],
            "area_m2": told["area_m2"] or 0,
        }

    @staticmethod
    def initially(plot: Plot, commune: str) -> dict[str, Any]:
        """What the form shows of a plot there is."""
        plain = ("name", "crop", "variety", "planted_year", "area_m2", "in_use")
        return {
            **{name: getattr(plot, name) for name in plain},
            "commune": commune,
            "grower": str(plot.grower_id or ""),
            "growing_area": str(plot.growing_area_id or ""),
            "outline": json.dumps(plot.outline) if plot.outline else "",
        }


def bad_words(bad: outlines.BadOutline) -> str:
    """Why an outline was refused, and where in it."""
    return f"{bad} ({bad.where})" if bad.where else str(bad)
