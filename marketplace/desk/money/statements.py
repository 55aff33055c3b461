"""The pages of statements: what was closed, one statement with its orders, closing a period."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from catalog.settling import documents
from marketplace.desk.money.forms import CloseForm, WhichPage
from marketplace.desk.money.views import MONEY, REFUSED, who
from marketplace.desk.paging import paged
from payments.settlement import closing, reading


@permission_required(MONEY, raise_exception=True)
@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    """List the statements, the latest first, with a form that closes a period early."""
    return _page(request, CloseForm(initial={"until": closing.latest_day()}))


@permission_required(MONEY, raise_exception=True)
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Close what was delivered up to a day; doing it twice writes nothing twice."""
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _page(request, form, REFUSED)
    try:
        made = closing.close(form.cleaned_data["until"], by=who(request))
    except closing.TooEarly:
        form.add_error("until", _("Goods of that day may still come back: choose an earlier one."))
        return _page(request, form, REFUSED)
    words = ngettext("One statement was written.", "%(n)d statements were written.", made)
    messages.success(request, words % {"n": made} if made else _("There was nothing to write."))
    return redirect("desk-money-statements")


@permission_required(MONEY, raise_exception=True)
@require_safe
def statement(request: HttpRequest, number: str) -> HttpResponseBase:
    """Show a statement with each of its orders, or hand it out as a file."""
    told = reading.statement(number)
    if told is None:
        raise Http404
    if (kind := request.GET.get("format", "")) in documents.FORMATS:
        return documents.file(told, kind)
    words, level = documents.standing(told)
    context = {
        "tab": "statements",
        "days": documents.days(told),
        "words": words,
        "level": level,
        **documents.table(told, lambda number: reverse("desk-money-invoice", args=[number])),
        "payouts": [_payout(row) for row in told.payouts.order_by("pk")],
    }
    return render(request, "desk/money_statement.html", context)


def _payout(row: Any) -> dict[str, Any]:
    words, level = documents.PAYOUTS[row.state]
    return {"row": row, "words": words, "level": level}


def _page(request: HttpRequest, form: CloseForm, status: int = 200) -> HttpResponse:
    asked = WhichPage(request.GET)
    number = (asked.cleaned_data["page"] or 1) if asked.is_valid() else 1
    shown, pages = paged(reading.statements(), request.GET, number)
    rows = []
    for told in shown:
        words, level = documents.standing(told)
        rows.append({"told": told, "days": documents.days(told), "words": words, "level": level})
    context = {"tab": "statements", "rows": rows, "pages": pages, "form": form}
    context["latest"] = closing.latest_day()
    return render(request, "desk/money_statements.html", context, status=status)
