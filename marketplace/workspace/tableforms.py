"""The two forms of a table: the file to try out, and the ticket to take it over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.tables import plans

ACCEPTED = ".csv,.xlsx"


class TableForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=_("Filled-in file"),
        help_text=_("CSV or XLSX, at most 2 MB and 2,000 rows."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )


class TicketForm(forms.Form):
    """The signed plan of the trial run."""

    ticket = forms.CharField(max_length=plans.LONGEST_TICKET, widget=forms.HiddenInput)
