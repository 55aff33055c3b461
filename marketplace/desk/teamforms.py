"""Whom the staff appoint to a commune's team, and which consents they look at."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from catalog.checkout.forms import commune
from catalog.communes.models import Commune


class WhichConsents(forms.Form):
    """All, or those that hold now."""

    state = forms.ChoiceField(choices=[("", ""), ("open", "")], required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


class AppointForm(forms.Form):
    """A person with an account, and the commune."""

    login = forms.CharField(label=_("Phone or e-mail of the person"), max_length=254)
    commune = forms.CharField(
        label=_("Commune or ward"),
        max_length=120,
        widget=forms.TextInput({"list": "communes", "autocomplete": "off"}),
    )

    def clean_commune(self) -> Commune:
        """The commune of the market's own province that is meant."""
        return commune(self.cleaned_data["commune"], settings.PROVINCE_CODE)
