"""The plots of a cooperative: all of them, one with its diary, a new one, one put right."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.communes import queries as places
from catalog.cooperatives.models import Membership
from catalog.goods.models import Variety
from catalog.traceability.diary import waiting
from catalog.traceability.growing import enrolling, outlines, queries
from catalog.traceability.models import Plot
from marketplace.design import formats, spoken
from marketplace.records import clock
from marketplace.workspace import stalls
from marketplace.workspace.diary import rows as diary
from marketplace.workspace.growing import registers
from marketplace.workspace.growing.plotforms import PlotForm, bad_words

UNPROCESSABLE = 422


@stalls.members(*stalls.EVERYONE)
def plots(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show all plots, each with the day from which it may be picked."""
    found = list(queries.plots(membership.cooperative.party_id))
    today = clock.local_day()
    blocked = waiting.blocking_each([plot.pk for plot in found], today)
    communes = registers.commune_words()
    sells = membership.role in stalls.SELLERS
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "plots": [
            {
                **line(plot, communes),
                "url": reverse("sell-plot", args=[plot.pk]),
                "blocked": diary.free_words(blocked.get(plot.pk)),
            }
            for plot in found
        ],
        "may_change": sells,
        "new_url": reverse("sell-plot-new") if sells else "",
    }
    return render(request, "workspace/growing/plots.html", context)


@stalls.members(*stalls.EVERYONE)
def plot(request: HttpRequest, membership: Membership, plot_id: int) -> HttpResponse:
    """Show one plot: what is known of it, and its diary."""
    found = _own(membership, plot_id)
    blocked = waiting.blocking([found.pk], clock.local_day())
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "plot": found,
        "line": line(found, registers.commune_words()),
        "facts": _facts(found),
        "is_coarse": bool(found.outline and outlines.is_rounded(found.outline)),
        "blocked": diary.free_words(blocked[0] if blocked else None),
        "entries": diary.of_plot(found.pk),
        "may_change": membership.role in stalls.SELLERS,
    }
    return render(request, "workspace/growing/plot.html", context)


@stalls.members(*stalls.SELLERS)
def new(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Write a plot down."""
    home = {"commune": membership.cooperative.commune.full_name}
    form = _form(request, membership, home)
    form.fields.pop("in_use")
    if request.method == "POST" and form.is_valid():
        form.cleaned_data["in_use"] = True
        if made := _written(membership, form, None):
            messages.success(request, _("Written down."))
            return redirect("sell-plot", made.pk)
    return _page(request, membership, form, _("Add a plot"), reverse("sell-plots"))


@stalls.members(*stalls.SELLERS)
def change(request: HttpRequest, membership: Membership, plot_id: int) -> HttpResponse:
    """Put a plot right."""
    found = _own(membership, plot_id)
    commune = places.by_code(found.commune_code)
    name = commune.full_name if commune else found.commune_code
    form = _form(request, membership, PlotForm.initially(found, name))
    if request.method == "POST" and form.is_valid() and _written(membership, form, found.pk):
        messages.success(request, _("Changed."))
        return redirect("sell-plot", found.pk)
    return _page(request, membership, form, found.name, reverse("sell-plot", args=[found.pk]))


def line(found: Plot, communes: dict[str, str]) -> dict[str, Any]:
    """A plot in a list: its name, and what grows where on how much."""
    area = f"{formats.decimal(found.area_m2 / 10_000, 2)}{formats.NBSP}ha"
    grower = found.grower.name if found.grower else ""
    place = communes.get(found.commune_code, found.commune_code)
    return {
        "name": found.name,
        "note": " · ".join(filter(None, (found.variety or found.crop, area, place, grower))),
        "in_use": found.in_use,
    }


def _facts(found: Plot) -> list[tuple[str, str]]:
    """What else is known of a plot."""
    shape = found.outline["type"] if found.outline else ""
    drawn = {"Point": _("one place"), "Polygon": _("its whole border")}
    told = [
        (_("Crop"), spoken.Vietnamese(found.crop)),
        (_("Variety"), spoken.Vietnamese(found.variety)),
        (_("Year of planting"), str(found.planted_year or "")),
        (_("Growing-area code"), str(found.growing_area or "")),
        (_("On the map"), drawn.get(shape, _("no place yet"))),
    ]
    return [(name, value) for name, value in told if value]


def _own(membership: Membership, plot_id: int) -> Plot:
    """A plot of the cooperative in use; a foreign one is 404."""
    return get_object_or_404(queries.plots(membership.cooperative.party_id), pk=plot_id)


def _form(request: HttpRequest, membership: Membership, initial: dict[str, Any]) -> PlotForm:
    """The form, filled from what was sent or from what is known."""
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    party = membership.cooperative.party_id
    return PlotForm(data, files, initial=initial, party_id=party)


def _written(membership: Membership, form: PlotForm, pk: int | None) -> Plot | None:
    """Write the plot down; why not stands in the form."""
    key = membership.cooperative.party.key
    try:
        return enrolling.plot(key, by=membership.user, pk=pk, **form.facts())
    except enrolling.NameTaken:
        form.add_error("name", _("You have a plot of this name already."))
    except outlines.BadOutline as bad:
        form.add_error("outline", bad_words(bad))
    return None


def _page(
    request: HttpRequest, membership: Membership, form: PlotForm, heading: str, back_url: str
) -> HttpResponse:
    """The form of a plot."""
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "heading": heading,
        "form": form,
        "files": True,
        "submit": _("Keep"),
        "back_url": back_url,
        "communes": places.home(),
        "varieties": Variety.objects.order_by("name_vi").values_list("name_vi", flat=True),
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/growing/plot_form.html", context, status=status)
