"""A cooperative's money: what it has earned, its statements, what was paid out and where to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.cooperatives import payees
from catalog.cooperatives.models import Membership
from catalog.orders import deposits, worklist
from catalog.settling import documents
from marketplace.workspace import stalls
from payments import banks
from payments.models import Payee, Statement
from payments.settlement import closing, payouts, reading

SHOWN = 60


@stalls.members(*stalls.SELLERS)
@require_safe
def money(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show what is on the way to the cooperative's account, and every statement so far."""
    key = payees.payee_key(membership.cooperative_id)
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "owns": membership.role in stalls.OWNERS,
        "standing": reading.standing(key),
        "next_day": closing.next_day(),
        "statements": [_row(told) for told in reading.statements(key)[:SHOWN]],
        **_account(reading.payee(key)),
    }
    return render(request, "workspace/money.html", context)


@stalls.members(*stalls.SELLERS)
@require_safe
def statement(request: HttpRequest, membership: Membership, number: str) -> HttpResponseBase:
    """Show one of the cooperative's own statements, each order on it, or hand it out as a file."""
    told = reading.statement(number)
    if told is None or told.payee.key != payees.payee_key(membership.cooperative_id):
        raise Http404
    if (kind := request.GET.get("format", "")) in documents.FORMATS:
        return documents.file(told, kind)
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "row": _row(told),
        **documents.table(told, _links(membership, told)),
    }
    return render(request, "workspace/statement.html", context)


def _links(membership: Membership, told: Statement) -> Callable[[str], str]:
    """Where each order of a statement leads: to the cooperative's own part of it."""
    own = worklist.of(membership.cooperative_id)
    numbers = {deposits.number_of(row.reference) for row in reading.orders(told)}
    named = own.filter(order__number__in=numbers)
    parts = dict(named.values_list("order__number", "number"))

    def url(reference: str) -> str:
        number = deposits.number_of(reference)
        return reverse("sell-order", args=[parts[number]]) if number in parts else ""

    return url


def _row(told: Statement) -> dict[str, Any]:
    words, level = documents.standing(told)
    payout = reading.payout(told)
    return {
        "told": told,
        "days": documents.days(told),
        "words": words,
        "level": level,
        "payout": payout,
        "bank": banks.name(payout.bank_bin) if payout else "",
    }


def _account(payee: Payee | None) -> dict[str, Any]:
    """Where the next payout goes, and what keeps it waiting."""
    if payee is None or not payee.bank_account:
        return {"account": "", "hint": _("Tell us a bank account: nothing can be paid out yet.")}
    tail = f"{banks.name(payee.bank_bin)} …{payee.bank_account[-4:]}"
    return {"account": tail, "waits_until": payouts.cools_until(payee)}
