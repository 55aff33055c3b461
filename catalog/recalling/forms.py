"""What a buyer says of goods that are called back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.recalling.models import RecallNotice


class AnswerForm(forms.Form):
    """What became of the goods, and whether the money shall come back."""

    answer = forms.ChoiceField(
        label=_("What became of it?"),
        choices=RecallNotice.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one answer."), "invalid_choice": _("Choose one.")},
    )
    wants_money = forms.BooleanField(label=_("I ask for my money back"), required=False)
