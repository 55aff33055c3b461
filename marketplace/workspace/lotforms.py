"""What people type about harvests and stock."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.drafts.packforms import LotForm
from catalog.listings import checking
from marketplace.workspace.diary.sending import DraftFields


class HarvestForm(DraftFields, LotForm):
    """A harvest as a phone sends it: with its own key and clock."""


class WriteOffForm(forms.Form):
    """How many units are spoilt or lost."""

    units = forms.IntegerField(
        label=_("Spoilt or lost"), min_value=1, max_value=checking.MOST_UNITS
    )
