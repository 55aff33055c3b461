"""What somebody types who wants to be told."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.people import fields


class WaitForm(forms.Form):
    """An e-mail address or a phone number."""

    address = forms.CharField(
        label=gettext_lazy("E-mail or phone number"),
        max_length=254,
        error_messages={"required": gettext_lazy("Write an e-mail address or a phone number.")},
    )

    def clean_address(self) -> str:
        """In the one spelling addresses are kept in."""
        typed = str(self.cleaned_data["address"])
        if "@" in typed:
            validate_email(typed.strip())
            return fields.email(typed) or ""
        number = fields.phone(typed)
        if number is None:
            raise ValidationError(_("Write an e-mail address or a phone number."))
        return number
