"""The desk's figures: the overview, one table whole, and both as files."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.records import clock
from marketplace.statistics import (
    charts,
    exports,
    findings,
    labels,
    overview,
    periods,
    queries,
    tables,
)
from marketplace.statistics.forms import Asked, Wanted
from marketplace.statistics.models import Dimension
from marketplace.statistics.queries import Only
from marketplace.statistics.sales import DIMENSIONS
from marketplace.statistics.tables import Found
from payments.channels import CHANNELS

CUTS = (*periods.TIMES, *DIMENSIONS)
UNPROCESSABLE = 422

analysts_only = permission_required("people.see_statistics", raise_exception=True)


@analysts_only
def figures(request: HttpRequest) -> HttpResponse:
    """Show what was sold in a period, beside the one before, every way it can be told apart."""
    form = Asked(request.GET)
    wanted = form.wanted()
    found = overview.read(wanted)
    context = {
        **_frame(form, wanted, reverse("desk-figures")),
        **overview.context(found),
        "file_url": reverse("desk-figures-file", args=["kind"])[: -len("kind")],
    }
    return _page(request, "statistics/overview.html", context, form)


@analysts_only
def figures_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Every table of the overview in one file."""
    form = Asked(request.GET)
    wanted = form.wanted()
    if not form.is_valid():
        raise Http404
    shown = overview.shown_tables(overview.read(wanted))
    return exports.answer(_kind(kind), shown, _file_name("all", wanted))


@analysts_only
def cut(request: HttpRequest, by: str) -> HttpResponse:
    """Show one table whole: by time or by a dimension."""
    form = Asked(request.GET)
    wanted = form.wanted()
    found = tables.find(_cut(by), wanted.period, wanted.only)
    here = reverse("desk-figures-by", args=[by])
    pairs = [(found.names[row.key], row.now.net) for row in found.rows]
    is_time = by in periods.TIMES
    ticks = [(periods.tick(row.key, by), row.now.net) for row in found.rows] if is_time else []
    context = {
        **_frame(form, wanted, here),
        "by": by,
        "table": tables.table(found, wanted.period, _links(found, wanted)),
        "heading": findings.headline(wanted.period, found.whole),
        "find": findings.course(pairs) if is_time else findings.ranking(pairs, found.whole.now.net),
        "lines": charts.lines(ticks, [row.before.net for row in found.rows]) if is_time else None,
        "bars": None if is_time else charts.bars([p for p in pairs if p[1] > 0][:15]),
        "label": f"{labels.title(by)}: {findings.ranking(pairs, found.whole.now.net)}",
        "file_url": f"{here}",
    }
    return _page(request, "statistics/cut.html", context, form)


@analysts_only
def cut_file(request: HttpRequest, by: str, kind: str) -> HttpResponse:
    """One table as a file: the same rows, the same numbers."""
    form = Asked(request.GET)
    wanted = form.wanted()
    if not form.is_valid():
        raise Http404
    found = tables.find(_cut(by), wanted.period, wanted.only)
    shown = [tables.table(found, wanted.period)]
    return exports.answer(_kind(kind), shown, _file_name(by, wanted))


def _cut(by: str) -> str:
    if by not in CUTS:
        raise Http404
    return by


def _kind(kind: str) -> str:
    if kind not in ("csv", "xlsx"):
        raise Http404
    return kind


def _file_name(by: str, wanted: Wanted) -> str:
    return f"figures-{by}-{wanted.period.first}-{wanted.period.last}"


def _frame(form: Asked, wanted: Wanted, here: str) -> dict[str, Any]:
    """What both pages share: the form, the usual periods, the other cuts, when it was counted."""
    query = wanted.query()
    return {
        "tab": "figures",
        "form": form,
        "period": wanted.period,
        "query": query,
        "here": here,
        "only": wanted.only_words(),
        "only_value": f"{wanted.only.dimension}:{wanted.only.key}" if wanted.only else "",
        "everything_url": f"{here}?{wanted.without_only()}",
        "usual": [
            {
                "label": name,
                "url": f"{here}?{wanted.query(period)}",
                "current": period == wanted.period,
            }
            for name, period in periods.usual(clock.local_day())
        ],
        "cuts": [{"by": by, "label": labels.title(by), "url": _cut_url(by, query)} for by in CUTS],
        "overview_url": f"{reverse('desk-figures')}?{query}",
        "choices": _choices(),
        "counted_at": queries.counted_at(),
    }


def _choices() -> list[dict[str, Any]]:
    """What the figures can be narrowed to in the form; sellers and places by the tables' links."""
    named = (
        (Dimension.CHANNEL, list(CHANNELS)),
        (Dimension.SOURCE, list(labels.SOURCES)),
    )
    return [
        {
            "name": labels.title(dimension),
            "options": [
                (f"{dimension.value}:{key}", name)
                for key, name in labels.of(dimension, keys).items()
            ],
        }
        for dimension, keys in named
    ]


def _cut_url(by: str, query: str) -> str:
    return f"{reverse('desk-figures-by', args=[by])}?{query}"


def _links(found: Found, wanted: Wanted) -> list[str]:
    """A row leads to the overview of its value alone."""
    if found.by in periods.TIMES:
        return []
    home = reverse("desk-figures")
    return [f"{home}?{wanted.query(only=Only(found.by, row.key))}" for row in found.rows]


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], form: Asked
) -> HttpResponse:
    """The page; 422 with this month's figures when the days make no period."""
    status = None if form.is_valid() else UNPROCESSABLE
    if status:
        faults = [words for errors in form.errors.values() for words in errors]
        context["fault"] = " ".join(map(str, faults)) or _("This cannot be understood.")
    return render(request, template, context, status=status)
