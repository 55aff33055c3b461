"""What staff type about alerts and reported problems."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.listings.fields import LineField, TextField
from catalog.traceability.models import Alert, ProblemReport


class WhichAlerts(forms.Form):
    """Which alerts the list shows."""

    state = forms.ChoiceField(choices=[("", ""), *Alert.State.choices], required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


class WhichProblems(forms.Form):
    """Which reports the list shows."""

    state = forms.ChoiceField(choices=[("", ""), *ProblemReport.State.choices], required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


class DecideForm(forms.Form):
    """Whether an alert is serious, and why."""

    decision = forms.ChoiceField(
        label=_("What you found"),
        widget=forms.RadioSelect,
        choices=(
            (Alert.State.ACKNOWLEDGED, _("Serious: the code's page goes on warning")),
            (Alert.State.DISMISSED, _("Harmless: these scans are not counted again")),
        ),
    )
    note = LineField(
        label=_("Note"),
        max_length=500,
        help_text=_("Whom you asked, what you saw. The cooperative reads it."),
    )


class ProblemAnswerForm(forms.Form):
    """What is answered to who reported a problem."""

    answer = TextField(
        label=_("Answer"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It is sent at once to who left a phone or e-mail. The cooperative reads it."),
    )
