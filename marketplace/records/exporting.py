"""Taking a copy of the audit trail along is itself a deed of the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import audit
from marketplace.records.models import AuditEntry
from marketplace.records.searching import Wanted, found

MOST_IN_A_WORKBOOK = 100_000


class TooMany(ValueError):
    """More rows than a workbook is made for."""

    def __init__(self, most: int) -> None:
        """Say how many would do."""
        super().__init__(most)
        self.most = most


@transaction.atomic
def begin(wanted: Wanted, asked: Mapping[str, str], *, file: str, by: User) -> Wanted:
    """Write down who takes which rows, and answer exactly those: nothing written later joins them.

    ``TooMany`` when a workbook was wanted and would not hold them.
    """
    newest = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    fixed = replace(wanted, up_to=newest, after=None)
    rows = found(fixed).order_by().count()
    if file == "xlsx" and rows > MOST_IN_A_WORKBOOK:
        raise TooMany(MOST_IN_A_WORKBOOK)
    audit.record(by, by, "audit.exported", after={"format": file, "rows": rows, **asked})
    return fixed
