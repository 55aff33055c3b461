"""What people type about live sessions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.live.models import LiveReport


class Report(forms.Form):
    """A complaint: what about, in words, and how to be answered."""

    kind = forms.ChoiceField(label=_("What is it about?"), choices=LiveReport.Kind.choices)
    words = forms.CharField(
        label=_("What did you see or hear?"),
        max_length=1_000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write what you saw or heard.")},
    )
    contact = forms.CharField(
        label=_("Phone or e-mail for the answer"), max_length=120, required=False
    )


class Reason(forms.Form):
    """Why a session is stopped or called off."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Write the reason: it is kept with your name.")},
    )


class Check(forms.Form):
    """How a host was identified and what was seen."""

    identity = forms.CharField(
        label=_("How identified"),
        max_length=200,
        help_text=_("Such as VNeID level 2, or identity card seen; no numbers."),
    )
    papers = forms.CharField(
        label=_("Papers seen"),
        max_length=200,
        help_text=_("On the business and on the quality of the goods."),
    )


class Outcome(forms.Form):
    """What came of a complaint."""

    outcome = forms.CharField(
        label=_("What was done"),
        max_length=1_000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write what was done.")},
    )
