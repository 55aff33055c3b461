"""A cooperative's own figures: what it sold, in one sentence, one chart, one table and a file."""

import csv
import datetime as dt
import io
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from catalog.cooperatives.models import Membership
from catalog.orders import figures, pages
from catalog.orders.figures import Row
from marketplace.design import formats
from marketplace.records import clock
from marketplace.workspace import charts, stalls

UNPROCESSABLE = 422
LONGEST = dt.timedelta(days=731)
SHOWN_FIRST = dt.timedelta(days=27)
GROUPS = {
    "day": gettext_lazy("Day by day"),
    "week": gettext_lazy("Week by week"),
    "month": gettext_lazy("Month by month"),
    "pack": gettext_lazy("By pack"),
    "channel": gettext_lazy("By way of paying"),
    "source": gettext_lazy("By where it was found"),
}
SOURCES = {
    "search": gettext_lazy("Search"),
    "category": gettext_lazy("List of goods"),
    "home": gettext_lazy("First page"),
    "promotion": gettext_lazy("Promotion"),
    "live": gettext_lazy("Live session"),
    "storefront": gettext_lazy("Page of the goods"),
    "scan": gettext_lazy("Scanned code"),
    "assisted": gettext_lazy("With somebody's help"),
    "api": gettext_lazy("App"),
    "direct": gettext_lazy("Directly"),
}


class SpanForm(forms.Form):
    """From which day to which, and grouped how."""

    first = forms.DateField(
        label=gettext_lazy("From"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label=gettext_lazy("Up to"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    by = forms.ChoiceField(label=gettext_lazy("Together"), choices=list(GROUPS.items()))

    def clean(self) -> dict[str, Any]:
        """The days in their order, two years at most."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if first and last and not dt.timedelta() <= last - first <= LONGEST:
            words = _("The last day comes after the first, two years later at most.")
            self.add_error("last", words)
        return data


@stalls.members(*stalls.SELLERS)
@require_safe
def figures_of(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show what the cooperative sold, or hand the same out as a file."""
    asked = request.GET if "by" in request.GET else None
    today = clock.local_day()
    begun = {"first": today - SHOWN_FIRST, "last": today, "by": "day"}
    form = SpanForm(asked, initial=begun)
    if form.is_bound and not form.is_valid():
        return _page(request, membership, form, begun, UNPROCESSABLE)
    span = form.cleaned_data if form.is_bound else begun
    if request.GET.get("format") == "csv":
        return _file(membership, span)
    return _page(request, membership, form, span)


def _page(
    request: HttpRequest,
    membership: Membership,
    form: SpanForm,
    span: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """The figures of these days."""
    cooperative, by = membership.cooperative_id, span["by"]
    whole = figures.total(cooperative, span["first"], span["last"])
    rows = figures.rows(cooperative, span["first"], span["last"], by)
    shown = [{"name": _name(row, by), "row": row} for row in rows]
    asked = {name: str(value) for name, value in span.items()}
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "form": form,
        "whole": whole,
        "sentence": _sentence(whole, span),
        "chart": charts.bars(
            [(_label(row, by), _name(row, by), row.total) for row in _whole(rows, span)]
        ),
        "rows": shown,
        "with_shipping": by not in {"pack", "source"},
        "group": GROUPS[by],
        "asked": asked,
    }
    return render(request, "workspace/figures.html", context, status=status)


def _sentence(whole: Row, span: dict[str, Any]) -> str:
    """What happened, in one sentence."""
    days = {"first": formats.day(span["first"]), "last": formats.day(span["last"])}
    if not whole.orders:
        return _("Nothing was sold from %(first)s to %(last)s.") % days
    words = ngettext(
        "One order from %(first)s to %(last)s, together %(total)s.",
        "%(n)d orders from %(first)s to %(last)s, together %(total)s.",
        whole.orders,
    )
    return words % {**days, "n": whole.orders, "total": formats.dong(whole.total)}


def _whole(rows: list[Row], span: dict[str, Any]) -> list[Row]:
    """The rows of a chart: periods in which nothing was sold stand between the others."""
    known = {row.key: row for row in rows}
    if span["by"] not in figures.PERIODS or not rows:
        return rows
    periods = figures.periods(span["first"], span["last"], span["by"])
    return [known.get(day, Row(day, 0, 0, 0, 0)) for day in periods]


def _name(row: Row, by: str) -> str:
    """A group as people call it."""
    if isinstance(row.key, dt.date):
        return f"{row.key:%m/%Y}" if by == "month" else formats.day(row.key)
    if by == "channel":
        return pages.channel_words(row.key)
    if by == "source":
        return str(SOURCES.get(row.key, row.key))
    return row.key


def _label(row: Row, by: str) -> str:
    """The same as short as it fits below a bar."""
    if isinstance(row.key, dt.date) and by != "month":
        return f"{row.key:%d/%m}"
    return _name(row, by)


def _file(membership: Membership, span: dict[str, Any]) -> HttpResponse:
    """The same rows as CSV, with a mark that lets spreadsheets read Vietnamese."""
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(["group", "orders", "units", "goods", "shipping", "discount", "total"])
    found = figures.rows(membership.cooperative_id, span["first"], span["last"], span["by"])
    for row in found:
        name = f"{row.key:%Y-%m-%d}" if isinstance(row.key, dt.date) else row.key
        sheet.writerow(
            [
                charts.cell(name),
                row.orders,
                row.units,
                row.goods,
                row.shipping,
                row.discount,
                row.total,
            ]
        )
    answer = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    named = f"{membership.cooperative.slug}-{span['by']}-{span['first']}-{span['last']}"
    answer["Content-Disposition"] = f'attachment; filename="{named}.csv"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def this_week(_request: HttpRequest, membership: Membership) -> dict[str, Any]:
    """The last seven days on the first page, for those who sell."""
    if membership.role not in stalls.SELLERS:
        return {}
    today = clock.local_day()
    first = today - dt.timedelta(days=6)
    sold = {row.key: row for row in figures.rows(membership.cooperative_id, first, today, "day")}
    if not sold:
        return {}
    days = [first + dt.timedelta(days=n) for n in range(7)]
    orders = sum(row.orders for row in sold.values())
    amounts = [(formats.weekday(day), sold[day].total if day in sold else 0) for day in days]
    words = ngettext("%(n)d order in seven days", "%(n)d orders in seven days", orders)
    return {
        "week": {
            "total": sum(row.total for row in sold.values()),
            "words": words % {"n": orders},
            "chart_words": ", ".join(f"{name} {formats.dong(sum_)}" for name, sum_ in amounts),
            "bars": _week_bars(days, [amount for _name, amount in amounts]),
        }
    }


def _week_bars(days: list[dt.date], amounts: list[int]) -> list[dict[str, Any]]:
    """Seven bars of the small chart; the last is today."""
    most = max(amounts) or 1
    heights = [round(42 * amount / most) for amount in amounts]
    return [
        {
            "x": 35 * place,
            "y": 46 - height,
            "height": height,
            "label": f"{day.day}",
            "today": place == len(days) - 1,
        }
        for place, (day, height) in enumerate(zip(days, heights, strict=True))
    ]
