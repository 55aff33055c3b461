"""A cooperative's holidays: when it is closed, and opening again before the day."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.holidays import closing, queries
from catalog.holidays.models import Holiday
from marketplace.design import formats
from marketplace.records import clock
from marketplace.workspace import stalls

UNPROCESSABLE = 422


class HolidayForm(forms.Form):
    """From which day to which, and what buyers are told."""

    begins = forms.DateField(
        label=gettext_lazy("First closed day"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    ends = forms.DateField(
        label=gettext_lazy("Last closed day"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(
        label=gettext_lazy("Why, in your own list"), max_length=120, required=False
    )


@stalls.members(*stalls.SELLERS)
def holidays(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the closed days that are coming, and close for some more."""
    form = HolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _closed(form, membership):
        messages.success(request, _("Written down. Buyers see it while you are closed."))
        return redirect("sell-holidays")
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "holidays": [_row(one) for one in queries.coming(membership.cooperative_id)],
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/holidays.html", context, status=status)


@stalls.members(*stalls.SELLERS)
@require_POST
def reopen(request: HttpRequest, membership: Membership, holiday_id: int) -> HttpResponse:
    """Open again today, or call a holiday off. A second press finds it done."""
    own = Holiday.objects.filter(cooperative=membership.cooperative_id)
    holiday = get_object_or_404(own, pk=holiday_id)
    try:
        closing.reopen(holiday.pk, by=membership.user)
    except (Holiday.DoesNotExist, closing.AlreadyOver):
        messages.info(request, _("It was over already."))
    else:
        messages.success(request, _("You are open."))
    return redirect("sell-holidays")


def _closed(form: HolidayForm, membership: Membership) -> bool:
    """Close for the days of the form; why not stands in the form."""
    facts = form.cleaned_data
    try:
        closing.close(membership.cooperative_id, **facts, by=membership.user)
    except closing.Overlaps:
        form.add_error("begins", _("You are closed on some of these days already."))
    except closing.ImpossibleDays:
        words = _("Choose days from today on, half a year at most, the last not before the first.")
        form.add_error("ends", words)
    else:
        return True
    return False


def _row(holiday: Holiday) -> dict[str, Any]:
    """A holiday in the list."""
    running = holiday.begins <= clock.local_day()
    first, last = formats.day(holiday.begins), formats.day(holiday.ends)
    return {
        "id": holiday.pk,
        "words": f"{first} – {last}",
        "note": holiday.note,
        "running": running,
        "open_from": holiday.ends + dt.timedelta(days=1),
    }


def notice(_request: HttpRequest, membership: Membership) -> dict[str, Any]:
    """What the first page says while the cooperative is closed."""
    until = queries.closed([membership.cooperative_id]).get(membership.cooperative_id)
    return {"closed_until": until}
