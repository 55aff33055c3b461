"""How each provider does: whether it is on, when it was heard last, what waits, what lies there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Q, Sum

from marketplace.records import clock
from payments import ledger, settled
from payments.channels import CHANNELS, FEEDS, GATEWAYS
from payments.models import Attempt, Comparison, GatewayTransaction, Message

State = Attempt.State
PATIENCE = 7  # days within which a provider hands a payment over


@dataclass(frozen=True, slots=True)
class Health:
    """One provider; sums in đồng."""

    code: str
    is_on: bool
    heard_at: dt.datetime | None
    waiting: int
    asked: int  # today
    failed: int
    came: int
    at_provider: int
    coming: int
    unsettled: int
    comparison: Comparison | None


def providers() -> list[Health]:
    """Every way to pay and every reader of our accounts, in a fixed order."""
    today = clock.day_begins(clock.local_day())
    waiting = Count("pk", filter=Q(processed_at__isnull=True))
    told = Message.objects.values_list("provider").annotate(heard=Max("received_at"), waits=waiting)
    messages = {provider: (heard, waits) for provider, heard, waits in told}
    failed = Count("pk", filter=Q(state=State.FAILED))
    tried = Attempt.objects.filter(created_at__gte=today).values_list("channel")
    asked = {code: (many, bad) for code, many, bad in tried.annotate(many=Count("pk"), bad=failed)}
    booked = GatewayTransaction.objects.filter(occurred_at__gte=today)
    came = dict(booked.values_list("provider").annotate(total=Sum("amount")))
    latest = {row.provider: row for row in Comparison.objects.order_by("day")}
    return [
        Health(
            code=code,
            is_on=_is_on(code),
            heard_at=messages.get(code, (None, 0))[0],
            waiting=messages.get(code, (None, 0))[1],
            asked=asked.get(code, (0, 0))[0],
            failed=asked.get(code, (0, 0))[1],
            came=came.get("cash" if code == "cod" else code, 0),
            at_provider=ledger.balance(f"gateway:{code}") if code in GATEWAYS else 0,
            coming=ledger.balance(f"coming:{code}") if code in GATEWAYS else 0,
            unsettled=settled.unsettled(code, PATIENCE) if code in GATEWAYS else 0,
            comparison=latest.get(code),
        )
        for code in dict.fromkeys((*CHANNELS, *FEEDS))
    ]


def _is_on(code: str) -> bool:
    return bool((CHANNELS.get(code) or FEEDS[code]).is_on())
