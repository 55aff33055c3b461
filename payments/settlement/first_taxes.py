"""The tax rules a new market starts with; a change is a new dated row (Django admin).

Rates: goods VAT 1 % and PIT 0.5 %, delivery of goods 3 % and 1.5 %, services 5 % and 2 %, which as
the highest hold for what nobody classified (Decree 252/2026/NĐ-CP art. 44.2; the rates by Circular
40/2021/TT-BTC and Decree 117/2025/NĐ-CP as two public summaries quote them, not read in the law).
Cooperatives, unions and companies have no row: nothing is withheld from them.
"""

from __future__ import annotations

import datetime as dt

_FROM = dt.date(2025, 7, 1)
_SOURCE = "Decree 117/2025, since 1 July 2026 Decree 252/2026 art. 43-46"

# Legal form, class of goods, VAT and PIT in basis points.
_RATES = (
    ("household", "", 500, 200),
    ("household", "goods", 100, 50),
    ("household", "shipping", 300, 150),
)

FIRST_TAXES: tuple[tuple[str, str, str, int, dt.date, str], ...] = tuple(
    (form, goods, tax, rate, _FROM, _SOURCE)
    for form, goods, *rates in _RATES
    for tax, rate in zip(("vat", "pit"), rates, strict=True)
)
