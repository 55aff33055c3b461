"""What somebody types who scratched a field."""

from __future__ import annotations

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.traceability.scratching.digits import LENGTH

_BETWEEN = re.compile(r"[\s.\-–]+")


class ScratchForm(forms.Form):
    """The eight digits, however they are grouped."""

    digits = forms.CharField(
        label=gettext_lazy("The 8 digits under the silver field"),
        max_length=40,
        error_messages={"required": gettext_lazy("Type the 8 digits.")},
    )

    def clean_digits(self) -> str:
        """Eight digits of ASCII; what cannot be right costs no try."""
        plain = unicodedata.normalize("NFKC", self.cleaned_data["digits"])
        found = _BETWEEN.sub("", plain)
        if not re.fullmatch(f"[0-9]{{{LENGTH}}}", found):
            raise ValidationError(_("There are 8 digits, and nothing else."))
        return found
