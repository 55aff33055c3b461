"""Form fields for what people type about goods: plain text, weights in kg, prices in đồng."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from catalog.listings import wording

_BETWEEN = re.compile(r"[\s.,\u00a0\u202f₫đ]+")
_DIGITS = re.compile(r"[0-9]{1,12}")
_WEIGHT = re.compile(r"[0-9]{1,4}([.,][0-9]{1,3})?")


def offer(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """Let people choose among ``choices`` in a field that does not know them beforehand."""
    chosen = form.fields[name]
    assert isinstance(chosen, forms.ChoiceField)
    chosen.choices = list(choices)


class LineField(forms.CharField):
    """One line of plain text; mark-up is taken out."""

    def clean(self, value: Any) -> str:
        """The line as it is kept; an error when nothing is left of a required one."""
        line = wording.line(super().clean(value))
        if self.required and not line:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return line


class TextField(forms.CharField):
    """Paragraphs of plain text; mark-up is taken out."""

    def __init__(self, **facts: Any) -> None:
        """A text area unless told otherwise."""
        facts.setdefault("widget", forms.Textarea(attrs={"rows": 6}))
        super().__init__(**facts)

    def clean(self, value: Any) -> str:
        """The text as it is kept; an error when nothing is left of a required one."""
        text = wording.paragraphs(super().clean(value))
        if self.required and not text:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return text


class DongField(forms.CharField):
    """A price typed as 89000, 89.000 or 89 000 ₫, as whole đồng."""

    def __init__(self, **facts: Any) -> None:
        """Phones show digits."""
        facts.setdefault("max_length", 20)
        facts.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(**facts)

    def clean(self, value: Any) -> int | None:
        """The amount, or nothing when nothing was typed."""
        typed = _BETWEEN.sub("", super().clean(value))
        if not typed:
            return None
        if not _DIGITS.fullmatch(typed) or int(typed) == 0:
            raise forms.ValidationError(_("Write the price in đồng, for example 89.000."))
        return int(typed)


class KilogramField(forms.CharField):
    """A weight typed in kilograms with a comma or a point, as whole grams."""

    def __init__(self, **facts: Any) -> None:
        """Phones show digits and a comma."""
        facts.setdefault("max_length", 10)
        facts.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**facts)

    def clean(self, value: Any) -> int | None:
        """The weight in grams, or nothing when nothing was typed."""
        typed = super().clean(value).strip().lower().removesuffix("kg").strip()
        if not typed:
            return None
        try:
            grams = int(Decimal(typed.replace(",", ".")) * 1000) if _WEIGHT.fullmatch(typed) else 0
        except InvalidOperation:
            grams = 0
        if grams < 1:
            raise forms.ValidationError(_("Write the weight in kilograms, for example 2 or 0,5."))
        return grams


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; each is checked when it is taken in."""

    def __init__(self, *, most: int, **facts: Any) -> None:
        """``most`` files at a time."""
        facts.setdefault("widget", ManyFiles)
        super().__init__(**facts)
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """The files, none when none were chosen."""
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in given if one]
        if len(files) > self.most:
            raise forms.ValidationError(
                _("Choose %(most)d photos at most."), params={"most": self.most}
            )
        return files
