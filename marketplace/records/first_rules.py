"""The rules a new market starts with: key, value, first local day, source.

Changing a rule means a new dated row (Django admin), never an edit here.
"""

from __future__ import annotations

import datetime as dt

_START = dt.date(2025, 7, 1)
_MARKET = "Operating rules of the market"

# Tết 16-20 February, Hùng Kings on a Sunday (27 April instead), 30 April, 1 May, 1-2 September.
_OFF_2026 = (
    "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 "
    "2026-04-27 2026-04-30 2026-05-01 2026-09-01 2026-09-02"
)
_LABOUR = "Labour Code 2019, article 112; days of Tết and swaps as announced for the year"

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
    ("refund.two_people_above", 2_000_000, _START, _MARKET),
    ("cod.refusals_most", 2, _START, _MARKET),
    ("cod.refusals_days", 365, _START, _MARKET),
    ("cod.code_first", 1, _START, _MARKET),
    ("cod.code_above", 2_000_000, _START, _MARKET),
    ("courier.remit_days", 7, _START, _MARKET),
    ("commission.basis_points", 0, _START, _MARKET),
    ("payout.least", 20_000, _START, _MARKET),
    ("payout.cooling_days", 3, _START, _MARKET),
    ("payout.two_people_above", 20_000_000, _START, _MARKET),
    ("settlement.hold_days", 2, _START, _MARKET),
    ("settlement.weekday", 1, _START, _MARKET),
    ("weights.floor_percent", 70, _START, _MARKET),
    ("listing.review_days", 3, _START, _MARKET),
    ("listing.review_again_days", 1, _START, _MARKET),
    ("listing.mend_days", 10, _START, _MARKET),
    ("cooperative.review_days", 5, _START, _MARKET),
    ("live.complaint_hours", 24, _START, _MARKET),
    ("live.retention_days", 1_095, _START, "Livestream records: three years, never below one"),
    ("voucher.least_to_pay", 1_000, _START, _MARKET),
    ("paper.review_days", 3, _START, _MARKET),
    ("report.answer_hours", 48, _START, _MARKET),
    ("takedown.execute_hours", 24, _START, "Decree 85/2021: removal within 24 hours"),
    ("scans.phones_a_day", 10, _START, _MARKET),
    ("scans.other_provinces", 2, _START, _MARKET),
    ("scans.kmh", 90, _START, _MARKET),
    ("scans.expiry_grace_days", 30, _START, _MARKET),
    ("scans.phones_per_unit", 3, _START, _MARKET),
    ("scans.unknown_a_day", 20, _START, _MARKET),
    ("scans.same_unknown_a_day", 5, _START, _MARKET),
    ("scans.keep_months", 13, _START, _MARKET),
    ("problems.contact_days", 90, _START, _MARKET),
    ("terms.version", "2025-07", _START, _MARKET),
    ("assist.longest_days", 365, _START, _MARKET),
    ("preorder.grace_days", 5, _START, _MARKET),
    ("shipping.fresh_days", 3, _START, "Handling of fresh fruit: ship window 1-3 days"),
    ("office.days_off", "6 7", _START, "Working week of State offices: Monday to Friday"),
    ("office.closing_hour", 17, _START, "Working hours of State offices"),
    ("office.holidays.2025", "2025-09-01 2025-09-02", _START, _LABOUR),
    ("office.holidays.2026", _OFF_2026, _START, _LABOUR),
)
