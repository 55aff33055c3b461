"""What people type about labels: on which paper, of which boxes, which are spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.traceability.labels.formats import FORMATS
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.lots import packing
from catalog.traceability.printing import setting, wholes

_LONGEST_REASON = 200
_MOST_TYPED = 500


def codes_in(typed: str) -> list[str]:
    """The codes somebody typed or scanned, one a line or with commas between, each once."""
    parts = re.split(r"[,;\n\r]+", typed[: _MOST_TYPED * 40])
    return list(dict.fromkeys(code.strip() for code in parts if code.strip()))


class PaperForm(forms.Form):
    """The paper and the kind of file."""

    layout = forms.ChoiceField(
        label=_("Paper"), choices=[(key, plan.name) for key, plan in LAYOUTS.items()]
    )
    format = forms.ChoiceField(
        label=_("File"), choices=[(key, kind.name) for key, kind in FORMATS.items()]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Three of these forms stand on one page: each names its fields after itself."""
        kwargs.setdefault("auto_id", f"{type(self).__name__.removesuffix('Form').lower()}-%s")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """A label printer takes rolls alone."""
        found = super().clean() or {}
        chosen = {"layout", "format"} <= found.keys()
        if chosen and not FORMATS[found["format"]].fits(LAYOUTS[found["layout"]]):
            self.add_error("format", _("Label printers print rolls: choose a roll as paper."))
        return found

    @property
    def paper(self) -> dict[str, str]:
        """What the verb asks for."""
        return {key: self.cleaned_data[key] for key in ("layout", "format")}


class PrintForm(PaperForm):
    """Labels of boxes that are packed: those not printed yet, or all of them again."""

    which = forms.ChoiceField(
        label=_("Which labels"),
        choices=[("new", _("Those not printed yet")), ("all", _("All of the lot"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why labels are printed again"),
        max_length=_LONGEST_REASON,
        required=False,
        help_text=_("For example: the printer jammed. It is kept with the print."),
    )

    field_order = ("which", "layout", "format", "reason")


class PackForm(PaperForm):
    """Boxes packed ahead of any order, each with its label."""

    item = forms.ChoiceField(label=_("Pack"))
    units = forms.IntegerField(
        label=_("How many boxes"), min_value=1, max_value=packing.MOST_AT_ONCE
    )

    field_order = ("item", "units", "layout", "format")

    def __init__(self, *args: Any, items: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the packs that are sold from the lot."""
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = list(items)  # type: ignore[attr-defined]


class SpoiltForm(PaperForm):
    """Labels that are torn or smeared, by the code printed under them."""

    codes = forms.CharField(
        label=_("Codes of the spoilt labels"),
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("One a line: the twelve letters and digits under the QR code."),
    )
    deed = forms.ChoiceField(
        label=_("What becomes of the boxes"),
        choices=[
            ("replace", _("They get fresh labels")),
            ("discard", _("They are unpacked, their weight goes back to the lot")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("What happened to the labels"), max_length=_LONGEST_REASON)

    field_order = ("codes", "deed", "reason", "layout", "format")

    def clean_codes(self) -> list[str]:
        """The codes, one a line or with commas between."""
        found = codes_in(self.cleaned_data["codes"])
        if len(found) > _MOST_TYPED:
            raise forms.ValidationError(_("At most 500 codes at once."))
        return found


class CopiesForm(PaperForm):
    """Copies of one signed code, on papers on which a phone can still read it."""

    copies = forms.IntegerField(
        label=_("How many labels"), min_value=1, max_value=wholes.MOST, initial=8
    )

    field_order: Iterable[str] = ("copies", "layout", "format")

    def __init__(self, *args: Any, paths: Iterable[str], **kwargs: Any) -> None:
        """Offer the papers the codes of all these paths fit."""
        super().__init__(*args, **kwargs)
        layout = cast(forms.ChoiceField, self.fields["layout"])
        layout.initial = "a4-2x4"
        layout.choices = [(key, LAYOUTS[key].name) for key in wholes.layouts(paths)]
        layout.error_messages["invalid_choice"] = _(
            "The code would be too fine for phones on this paper. Choose larger labels."
        )

    @property
    def order(self) -> wholes.Order:
        """What the verb asks for."""
        language = get_language() or "vi"
        return wholes.Order(self.cleaned_data["copies"], language=language, **self.paper)


class WholeForm(CopiesForm):
    """Labels of a whole lot, or of what one pack holds of it."""

    WHOLE = "lot"
    item = forms.ChoiceField(label=_("What the label names"), initial=WHOLE)

    field_order = ("item", "copies", "layout", "format")

    def __init__(self, *args: Any, items: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the packs there are boxes of."""
        super().__init__(*args, **kwargs)
        item = cast(forms.ChoiceField, self.fields["item"])
        item.choices = [(self.WHOLE, _("The whole lot")), *items]

    def clean_item(self) -> str:
        """The pack's key, or nothing for the whole lot."""
        found = str(self.cleaned_data["item"])
        return "" if found == self.WHOLE else found


class PrinterForm(forms.Form):
    """How far the printer is off, in millimetres."""

    offset_x = forms.DecimalField(
        label=_("To the right (mm)"), decimal_places=1, localize=True,
        min_value=-setting.FARTHEST / 10, max_value=setting.FARTHEST / 10,
        help_text=_("How far the print must move to the right; with a minus to the left."),
    )  # fmt: skip
    offset_y = forms.DecimalField(
        label=_("Down (mm)"), decimal_places=1, localize=True,
        min_value=-setting.FARTHEST / 10, max_value=setting.FARTHEST / 10,
        help_text=_("How far the print must move down; with a minus up."),
    )  # fmt: skip
