"""The page of providers: how each does, and the days that were compared with it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from marketplace.desk.money.views import MONEY
from payments import health
from payments.channels import CHANNELS
from payments.models import Comparison

SHOWN = 30
FEEDS = {"sepay": "SePay", "casso": "Casso", "payos": "payOS"}


@permission_required(MONEY, raise_exception=True)
@require_safe
def channels(request: HttpRequest) -> HttpResponse:
    """Show every provider's health, and the latest comparisons."""
    found = Comparison.objects.order_by("-day", "provider")[:SHOWN]
    context = {
        "tab": "channels",
        "rows": [_row(one) for one in health.providers()],
        "comparisons": [_comparison(one) for one in found],
    }
    return render(request, "desk/money_channels.html", context)


def _row(one: health.Health) -> dict[str, Any]:
    words, level = (_("On"), "ok") if one.is_on else (_("Off"), "")
    if one.is_on and one.waiting:
        words, level = _("Messages wait"), "warn"
    elif one.is_on and one.asked and one.failed * 2 > one.asked:
        words, level = _("More than half failed today"), "bad"
    return {"one": one, "name": name(one.code), "words": words, "level": level}


def _comparison(one: Comparison) -> dict[str, Any]:
    if one.differences:
        words, level = _("Differs"), "bad"
    elif one.silent:
        words, level = _("No answer yet"), "warn"
    else:
        words, level = _("Both say the same"), "ok"
    return {"one": one, "name": name(one.provider), "words": words, "level": level}


def name(code: str) -> str:
    """What people call a provider."""
    known = CHANNELS.get(code)
    return str(known.name) if known else FEEDS.get(code, code)
