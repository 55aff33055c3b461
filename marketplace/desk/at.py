"""The staff chooses the day whose shop it wants to see, and comes back to today."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from marketplace.design import navigation
from marketplace.desk import travelling
from marketplace.records import clock

UNPROCESSABLE = 422


class DayForm(forms.Form):
    """The day to look at."""

    day = forms.DateField(
        label=gettext_lazy("Day"),
        help_text=gettext_lazy("A day from today on, within the next year."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_day(self) -> Any:
        """What was sold on a day that is past stands in the figures, not here."""
        day, today = self.cleaned_data["day"], clock.local_day()
        if not today <= day <= today + travelling.FURTHEST:
            raise forms.ValidationError(_("A day from today on, within the next year."))
        return day


@permission_required("people.enter_desk", raise_exception=True)
@never_cache
def at(request: HttpRequest) -> HttpResponse:
    """Ask for the day, go there, or come back."""
    if request.method == "POST" and "back" in request.POST:
        request.session.pop(travelling.SESSION_KEY, None)
        return redirect("desk-at")
    chosen = travelling.day_of(request)
    form = DayForm(request.POST or None, initial={"day": chosen or clock.local_day()})
    if request.method == "POST" and form.is_valid():
        request.session[travelling.SESSION_KEY] = form.cleaned_data["day"].isoformat()
        return redirect(navigation.path("/shop/"))
    context = {"tab": "at", "form": form, "chosen": chosen}
    return render(request, "desk/at.html", context, status=UNPROCESSABLE if form.errors else 200)
