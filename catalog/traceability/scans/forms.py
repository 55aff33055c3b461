"""What somebody with a box in hand types when something is wrong with it."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.traceability.models import ProblemReport
from marketplace.people import fields


class ProblemForm(forms.Form):
    """What is wrong, in words, and where to answer; no account is needed."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        choices=ProblemReport.Kind,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong.")},
    )
    words = forms.CharField(
        label=gettext_lazy("What did you see, and where did you buy it?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Say in a sentence what is wrong.")},
    )
    contact = forms.CharField(
        label=gettext_lazy("Phone or e-mail for our answer"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "spellcheck": "false"}),
    )
    # People do not see this field; programs that fill in every form do.
    website = forms.CharField(required=False, max_length=200)

    def clean_contact(self) -> str:
        """An e-mail address in small letters, a phone number as E.164, or nothing."""
        typed = str(self.cleaned_data["contact"]).strip()
        if not typed:
            return ""
        if "@" in typed:
            validate_email(typed)
            return fields.email(typed) or ""
        number = fields.phone(typed)
        if number is None:
            raise ValidationError(_("This is no phone number, such as 0912 345 678."))
        return number

    @property
    def is_of_a_program(self) -> bool:
        """Whether the field nobody sees was filled in."""
        return bool(self.cleaned_data.get("website"))
