"""The rules a new market starts with: key, value, first local day, source.

Changing a rule means a new dated row (Django admin), never an edit here.
"""

from __future__ import annotations

import datetime as dt

_START = dt.date(2025, 7, 1)
_MARKET = "Operating rules of the market"

FIRST_RULES: tuple[tuple[str, int | str, dt.date, str], ...] = (
    ("hold.minutes.vietqr", 30, _START, _MARKET),
    ("cod.accept_hours", 24, _START, _MARKET),
    ("confirm.reminder_hours", 4, _START, _MARKET),
    ("confirm.second_hours", 8, _START, _MARKET),
    ("confirm.team_hours", 14, _START, _MARKET),
    ("confirm.desk_hours", 18, _START, _MARKET),
    ("messages.answer_hours", 48, _START, _MARKET),
    ("papers.warn_days", 30, _START, _MARKET),
    ("customers.words_version", "2026-11", _START, _MARKET),
    ("cod.cap", 5_000_000, _START, _MARKET),
    ("listing.review_days", 3, _START, _MARKET),
    ("cooperative.review_days", 5, _START, _MARKET),
    ("live.complaint_hours", 24, _START, _MARKET),
    ("live.retention_days", 1_095, _START, "Livestream records: three years, never below one"),
    ("voucher.least_to_pay", 1_000, _START, _MARKET),
    ("terms.version", "2025-07", _START, _MARKET),
    ("assist.longest_days", 365, _START, _MARKET),
    ("preorder.grace_days", 5, _START, _MARKET),
    ("shipping.fresh_days", 3, _START, "Handling of fresh fruit: ship window 1-3 days"),
)
