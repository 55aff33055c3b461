"""What people type into a conversation."""

from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator, RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.messages.models import Message
from marketplace.people import fields
from marketplace.records import tokens


class MessageForm(forms.Form):
    """A message; its hidden key lets the same form count once, however often it is sent."""

    text = forms.CharField(
        label=gettext_lazy("Your message"),
        max_length=Message.LONGEST,
        widget=forms.Textarea({"rows": 4}),
        validators=[ProhibitNullCharactersValidator()],
        error_messages={"required": gettext_lazy("Write something first.")},
    )
    key = forms.CharField(widget=forms.HiddenInput, validators=[RegexValidator(r"^[\w-]{20,43}$")])

    def __init__(self, *args: Any, **facts: Any) -> None:
        """A new form gets a new key."""
        super().__init__(*args, **facts)
        self.fields["key"].initial = tokens.fresh


class GuestForm(MessageForm):
    """A question of somebody who is not signed in: who asks, and where the answer goes."""

    name = forms.CharField(label=gettext_lazy("Your name"), max_length=120)
    address = forms.CharField(label=gettext_lazy("Phone or e-mail for the answer"), max_length=254)
    field_order = ("name", "address", "text", "key")

    def clean_address(self) -> str:
        """An e-mail or a phone that letters reach."""
        text = self.cleaned_data["address"]
        found = fields.email(text) if "@" in text else fields.phone(text)
        if not found:
            raise forms.ValidationError(
                _("Write a phone number, for example 0912 345 678, or an e-mail address.")
            )
        return found


class ReportForm(forms.Form):
    """Why the department should read a conversation."""

    why = forms.CharField(
        label=gettext_lazy("What is wrong?"), max_length=300, widget=forms.Textarea({"rows": 2})
    )
