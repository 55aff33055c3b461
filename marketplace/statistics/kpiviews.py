"""The page of indicators, and the same as CSV and JSON for reports and portals."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.records import clock
from marketplace.statistics import exports, kpi, periods, queries
from marketplace.statistics.forms import Asked, Wanted
from marketplace.statistics.periods import Period
from marketplace.statistics.tables import Column, Table
from marketplace.statistics.views import UNPROCESSABLE, analysts_only


@analysts_only
def page(request: HttpRequest) -> HttpResponse:
    """Show every indicator beside its target and the period before."""
    form = Asked(request.GET)
    wanted = _wanted(form)
    here = reverse("desk-kpi")
    indicators = kpi.measured(wanted.period)
    with_target = [one for one in indicators if one.target is not None]
    context = {
        "tab": "kpi",
        "form": form,
        "period": wanted.period,
        "before": wanted.period.before(),
        "query": wanted.query(),
        "here": here,
        "usual": [
            {
                "label": name,
                "url": f"{here}?{wanted.query(period)}",
                "current": period == wanted.period,
            }
            for name, period in periods.usual(clock.local_day())
        ],
        "rows": [_row(one) for one in indicators],
        "reached": sum(bool(one.reached) for one in with_target),
        "targets": len(with_target),
        "counted_at": queries.counted_at(),
        "is_refused": not form.is_valid(),
    }
    status = None if form.is_valid() else UNPROCESSABLE
    return render(request, "statistics/kpi.html", context, status=status)


@analysts_only
def file(request: HttpRequest, kind: str) -> HttpResponse:
    """The indicators as a file, each with its definition."""
    form = Asked(request.GET)
    wanted = _wanted(form)
    if not form.is_valid() or kind not in ("csv", "json"):
        raise Http404
    indicators = kpi.measured(wanted.period)
    name = f"kpi-{wanted.period.first}-{wanted.period.last}"
    if kind == "csv":
        return exports.answer("csv", [_table(indicators)], name)
    response = JsonResponse(_document(indicators, wanted.period))
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _wanted(form: Asked) -> Wanted:
    """The period asked for; this year when none is."""
    if form.is_valid() and not (form.cleaned_data["from"] or form.cleaned_data["to"]):
        year = clock.local_day().year
        return Wanted(Period(dt.date(year, 1, 1), dt.date(year, 12, 31)), None)
    return Wanted(form.wanted().period, None)


def _row(one: kpi.Indicator) -> dict[str, Any]:
    """An indicator as the page shows it."""
    return {
        "name": one.kind.name,
        "definition": one.kind.definition,
        "value": one.written(one.value),
        "before": one.written(one.before),
        "target": one.written(one.target) if one.target is not None else "",
        "source": one.target_source,
        "reached": one.reached,
    }


def _table(indicators: list[kpi.Indicator]) -> Table:
    """The indicators as a table, for a file."""
    rows = [list(one.as_data().values()) for one in indicators]
    names = ("key", "name", "definition", "unit", "value", "before", "target", "target_source")
    return Table("kpi", _("Indicators"), "", [Column(name) for name in names], rows, ())


def _document(indicators: list[kpi.Indicator], period: Period) -> dict[str, Any]:
    """The indicators as data."""
    counted = queries.counted_at()
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "counted_at": counted.astimezone(clock.LOCAL).isoformat() if counted else None,
        "indicators": [one.as_data() for one in indicators],
    }
