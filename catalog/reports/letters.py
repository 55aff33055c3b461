"""Letters about reports: the receipt, and what was found."""

from __future__ import annotations

from typing import Any

from catalog.reports.models import ListingReport
from marketplace.records import letters, outbox


@outbox.handles("report.received")
def received(payload: dict[str, Any]) -> None:
    """Give the reporter a number and a day, if there is an address to write to."""
    _write(payload["report"], "report_received")


@outbox.handles("report.answered")
def answered(payload: dict[str, Any]) -> None:
    """Tell the reporter what the province found."""
    _write(payload["report"], "report_answered")


def _write(report_id: int, template: str) -> None:
    """A letter to whoever left a contact, in the language the report was written in."""
    report = ListingReport.objects.select_related("listing__product").get(pk=report_id)
    if not report.contact:
        return
    letters.send(
        report.contact,
        template,
        {"report": report, "title": str(report.listing.product)},
        lang=report.language,
        key=f"{template}-{report.pk}",
    )
