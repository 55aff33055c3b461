"""What goes wrong with the next call to a provider's interface; one call uses a switch up."""

from __future__ import annotations

import datetime as dt
import time

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

SKEW = dt.timedelta(hours=1)
SLOW_SECONDS = 20  # longer than the market waits
KINDS = (
    ("", _("Nothing goes wrong")),
    ("error", _("The provider answers with an error")),
    ("lost", _("The provider does it, and its answer is lost")),
    ("slow", _("The provider does it, and answers after twenty seconds")),
)
REFUNDS = (
    ("refuse", _("The provider refuses the next refund")),
    ("later", _("The provider decides about the next refund later")),
    ("undone", _("The provider calls the next refund done, and takes it back days later")),
)
_next: dict[str, str] = {}
_next_refund: dict[str, str] = {}


def now(twist: str = "") -> dt.datetime:
    """The provider's own clock, an hour ahead where that is the twist."""
    return dt.datetime.now(dt.UTC) + (SKEW if twist == "skewed" else dt.timedelta())


class AllTheSame(HttpResponse):
    """An answer that is lost while its call is carried out."""


def switch(provider: str, kind: str) -> None:
    """Let the next call to this provider, or its next refund, go wrong in this way."""
    if kind in dict(REFUNDS):
        _next_refund[provider] = kind
    else:
        _next[provider] = kind


def of_refund(provider: str) -> str:
    """How the next refund goes: ``done``, ``refused``, ``later`` or ``undone``."""
    kind = _next_refund.pop(provider, "")
    return {"refuse": "refused"}.get(kind, kind or "done")


def forget() -> None:
    """Let nothing go wrong any more."""
    _next.clear()
    _next_refund.clear()


def switched() -> dict[str, str]:
    """What is to go wrong next, by provider."""
    return {provider: kind for provider, kind in (_next | _next_refund).items() if kind}


def struck(provider: str) -> HttpResponse | None:
    """The answer that stands in place of the right one; None when nothing goes wrong."""
    kind = _next.pop(provider, "")
    if kind == "slow":
        time.sleep(SLOW_SECONDS)
    if kind in ("lost", "slow"):
        return AllTheSame(status=502)
    return HttpResponse(status=500) if kind else None


def is_done_all_the_same(answer: HttpResponse) -> bool:
    """Whether the call is carried out although its answer is lost."""
    return isinstance(answer, AllTheSame)
