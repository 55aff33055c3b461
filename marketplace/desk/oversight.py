"""What staff type about reports and takedowns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from catalog.listings.fields import LineField, TextField
from catalog.reports.models import ListingReport
from catalog.takedowns.ordering import Document
from marketplace.records import clock

State = ListingReport.State


class WhichReports(forms.Form):
    """Which reports the queue shows."""

    state = forms.ChoiceField(choices=[("", ""), *State.choices], required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


class AnswerForm(forms.Form):
    """Whether the report is right, and what is told to whoever sent it."""

    decision = forms.ChoiceField(
        label=_("What you found"),
        widget=forms.RadioSelect,
        choices=(
            (State.UPHELD, _("The report is right")),
            (State.DISMISSED, _("Nothing found that breaks the rules")),
        ),
    )
    answer = TextField(
        label=_("Answer to the reporter"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Say what you looked at and what follows. It is sent at once."),
    )


class WhichOrders(forms.Form):
    """Which orders the list shows."""

    which = forms.ChoiceField(
        choices=(("", ""), ("in_force", "in_force"), ("lifted", "lifted")), required=False
    )
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)


class OrderForm(forms.Form):
    """What the authority's document says."""

    authority = LineField(label=_("Who ordered it"), max_length=160)
    document = LineField(label=_("Number of their document"), max_length=80)
    received_at = forms.DateTimeField(
        label=_("Received"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("The time for carrying it out counts from here."),
    )
    reason = TextField(
        label=_("Reason"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The cooperative reads it."),
    )
    until = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: until somebody lifts it. After this day it ends by itself."),
    )
    report = forms.ModelChoiceField(
        queryset=ListingReport.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("That report is about something else.")},
    )

    def __init__(self, *given: Any, reports: QuerySet[ListingReport], **facts: Any) -> None:
        """Take a report only if it is one about the same goods or cooperative."""
        super().__init__(*given, **facts)
        chosen = self.fields["report"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = reports

    def clean_received_at(self) -> Any:
        """Not in the future."""
        at = self.cleaned_data["received_at"]
        if at > clock.now():
            raise forms.ValidationError(_("It cannot have come in later than now."))
        return at

    def clean_until(self) -> Any:
        """Today or later."""
        last = self.cleaned_data["until"]
        if last is not None and last < clock.local_day():
            raise forms.ValidationError(_("Its last day lies before today."))
        return last

    def report_id(self) -> int | None:
        """The key of the report it follows, if it follows one."""
        report = self.cleaned_data["report"]
        return report.pk if report else None

    def paper(self) -> Document:
        """The document as the verbs want it."""
        names = ("authority", "document", "reason", "received_at", "until")
        return Document(**{name: self.cleaned_data[name] for name in names})


class LiftForm(forms.Form):
    """Why an order ends."""

    reason = TextField(
        label=_("Why it is lifted"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Name the document that lifts it, if there is one."),
    )
