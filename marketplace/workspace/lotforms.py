"""What people type about stock."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.listings import checking


class WriteOffForm(forms.Form):
    """How many units are spoilt or lost."""

    units = forms.IntegerField(
        label=_("Spoilt or lost"), min_value=1, max_value=checking.MOST_UNITS
    )
