"""Which papers and certificates of a cooperative end soon, or have ended without a newer one."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from catalog.certificates.models import Certificate
from catalog.cooperatives.models import Cooperative
from marketplace.records import clock, rules


class Ending(NamedTuple):
    """A paper or certificate by its name, and its last day."""

    name: str
    valid_to: dt.date


def soon(cooperative: Cooperative) -> list[Ending]:
    """What ends within the days of the rule or has ended, the earliest first; two queries.

    Of several papers of one kind the one that holds longest counts.
    """
    latest: dict[str, Ending] = {}
    papers = cooperative.papers.filter(valid_to__isnull=False).exclude(state="returned")
    certificates = Certificate.objects.filter(cooperative=cooperative)
    _keep(latest, ((one.kind, one.get_kind_display(), one.valid_to) for one in papers))
    _keep(latest, ((one.scheme, one.get_scheme_display(), one.valid_to) for one in certificates))
    until = clock.local_day() + dt.timedelta(days=rules.number("papers.warn_days"))
    return sorted(
        (one for one in latest.values() if one.valid_to <= until), key=lambda one: one.valid_to
    )


def _keep(latest: dict[str, Ending], rows: Iterable[tuple[str, str, dt.date | None]]) -> None:
    """Keep of each kind the one that holds longest."""
    for key, name, day in rows:
        if day and (key not in latest or latest[key].valid_to < day):
            latest[key] = Ending(str(name), day)
