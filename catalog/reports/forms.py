"""What somebody types who reports a listing."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.listings.fields import TextField
from catalog.reports.models import ListingReport
from marketplace.people import fields


class ReportForm(forms.Form):
    """What is wrong, in words, and where to answer."""

    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        choices=ListingReport.Reason,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong.")},
    )
    words = TextField(
        label=gettext_lazy("Tell us what you saw"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("The order number or the code on the box helps us find it."),
        error_messages={"required": gettext_lazy("Say in a sentence what is wrong.")},
    )
    contact = forms.CharField(
        label=gettext_lazy("Phone or e-mail for our answer"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
        help_text=gettext_lazy(
            "The cooperative never sees it. Without it, keep the address of the next page."
        ),
    )

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
