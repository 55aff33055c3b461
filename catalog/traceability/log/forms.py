"""What somebody asks the log for."""

from __future__ import annotations

import base64
import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_ENTRIES = 1_000
_LARGEST = 2**53 - 1


def _number(*, least: int = 0, required: bool = True) -> forms.IntegerField:
    """A place or a size."""
    return forms.IntegerField(min_value=least, max_value=_LARGEST, required=required)


class ProofAsked(forms.Form):
    """An entry by its place, its leaf's hash or its event, in the tree of ``size`` entries."""

    hash = forms.CharField(max_length=64, required=False)
    event = forms.CharField(max_length=120, required=False)
    index = _number(required=False)
    size = _number(least=1, required=False)

    def clean_hash(self) -> bytes | None:
        """The hash, from hexadecimal digits or either kind of Base64."""
        text = self.cleaned_data["hash"]
        if not text:
            return None
        if re.fullmatch("[0-9a-fA-F]{64}", text):
            return bytes.fromhex(text)
        plain = text.replace("-", "+").replace("_", "/").replace(" ", "+").rstrip("=")
        if not re.fullmatch("[A-Za-z0-9+/]{43}", plain):
            raise forms.ValidationError(_("A hash has 32 bytes, in Base64 or hexadecimal digits."))
        return base64.b64decode(plain + "=")

    def clean(self) -> dict[str, Any]:
        """One way to name the entry, not two."""
        found = self.cleaned_data
        ways = [found.get("hash"), found.get("event"), found.get("index")]
        if not self.errors and sum(way not in (None, "") for way in ways) != 1:
            raise forms.ValidationError(_("Name the entry by its hash, its event or its index."))
        return found


class ConsistencyAsked(forms.Form):
    """Two sizes of the tree."""

    first = _number(least=1)
    second = _number(least=1)

    def clean(self) -> dict[str, Any]:
        """The earlier first."""
        found = self.cleaned_data
        if not self.errors and found["first"] > found["second"]:
            raise forms.ValidationError(_("The first tree cannot be larger than the second."))
        return found


class EntriesAsked(forms.Form):
    """Entries from one place to another, both included."""

    start = _number()
    end = _number()

    def clean(self) -> dict[str, Any]:
        """Not backwards, and not too many at once."""
        found = self.cleaned_data
        if not self.errors and not 0 <= found["end"] - found["start"] < MOST_ENTRIES:
            raise forms.ValidationError(_("Ask for one to a thousand entries, in their order."))
        return found
