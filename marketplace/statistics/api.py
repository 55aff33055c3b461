"""REST: sales for the province's monitoring centre, with a bearer token of scope ``statistics``."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router
from ninja.security import HttpBearer

from marketplace.people.models import User
from marketplace.records import api_tokens, clock
from marketplace.records.models import ApiToken
from marketplace.records.problems import wrong
from marketplace.statistics import labels, periods, queries
from marketplace.statistics.periods import Period
from marketplace.statistics.queries import Measures
from marketplace.statistics.schemas import Asked, SalesOut

router = Router(tags=["statistics"])


class Bearer(HttpBearer):
    """A token given by `manage.py api_token LOGIN --scope statistics`."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """Whose token it is, if it opens the figures."""
        return api_tokens.bearer(request, ApiToken.Scope.STATISTICS)


@router.get(
    "/statistics/sales",
    response=SalesOut,
    url_name="statistics-sales",
    operation_id="statistics_sales",
    auth=Bearer(),
    by_alias=True,
)
def sales(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """What was sold in a period, by time or by one dimension, equal to the orders."""
    period = _period(asked)
    days = queries.by_day(period)
    return {
        "first": period.first,
        "last": period.last,
        "by": asked.by,
        "counted_at": _local(queries.counted_at()),
        "rows": _rows(asked.by, period, days),
        "total": _sums(queries.total(days, period)),
    }


def _rows(by: str, period: Period, days: dict[dt.date, Measures]) -> list[dict[str, Any]]:
    """The rows, each with its key and name."""
    if by in periods.TIMES:
        return [
            {"key": day.isoformat(), "label": periods.label(day, by), **_sums(sold)}
            for day, sold in queries.cut(days, period, by).items()
        ]
    found = [row for row in queries.by_value(by, period) if row.now.gross]
    names = labels.of(by, [row.key for row in found])
    return [{"key": row.key, "label": names[row.key], **_sums(row.now)} for row in found]


def _period(asked: Asked) -> Period:
    """The days asked for; 422 when they are none, or too many."""
    last = asked.last or clock.local_day()
    first = asked.first or last.replace(day=1)
    if first > last:
        raise wrong("to", _("The last day lies before the first."))
    if first < periods.FIRST_DAY:
        raise wrong("from", _("There are no figures before %(day)s.") % {"day": periods.FIRST_DAY})
    period = Period(first, last)
    if period.days > periods.LONGEST_DAYS:
        raise wrong("from", _("At most three years at once."))
    return period


def _sums(sold: Measures) -> dict[str, Any]:
    """The measures in the interface's words."""
    return {
        "orders": sold.orders,
        "quantity_kg": sold.grams / 1000,
        "gross": sold.gross,
        "refunded": sold.refunded,
        "net": sold.net,
    }


def _local(moment: dt.datetime | None) -> dt.datetime | None:
    """With Vietnam's offset, as all times of the interface."""
    return moment.astimezone(clock.LOCAL) if moment else None
