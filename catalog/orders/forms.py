"""What a buyer types about an order: to find it again, to prove a phone."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.people import fields


class FindForm(forms.Form):
    """The number of an order and the phone it was placed with."""

    number = forms.RegexField(
        "^[A-Za-z0-9-]{1,20}$",
        label=gettext_lazy("Order number"),
        help_text=gettext_lazy("It stands in your letter and on the receipt."),
        error_messages={
            "required": gettext_lazy("Write the order number."),
            "invalid": gettext_lazy("An order number has only letters, digits and dashes."),
        },
        widget=forms.TextInput({"autocapitalize": "characters", "autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone number"),
        max_length=30,
        error_messages={
            "required": gettext_lazy("Write a phone number, such as 0912 345 678."),
        },
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )

    def clean_number(self) -> str:
        """Orders are numbered in capitals."""
        return str(self.cleaned_data["number"]).upper()

    def clean_phone(self) -> str:
        """The number as E.164."""
        number = fields.phone(self.cleaned_data["phone"])
        if number is None:
            raise ValidationError(_("This is no phone number, such as 0912 345 678."))
        return number


class PhoneCodeForm(forms.Form):
    """The code of a text message, typed as it stands there or in groups."""

    code = forms.CharField(
        label=gettext_lazy("Code from the text message"),
        max_length=20,
        error_messages={"required": gettext_lazy("Type the six digits of the message.")},
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean_code(self) -> str:
        """Six digits, whatever stands between them."""
        digits = re.sub(r"[\s.-]", "", self.cleaned_data["code"])
        if not re.fullmatch("[0-9]{6}", digits):
            raise ValidationError(_("Type the six digits of the message."))
        return digits
