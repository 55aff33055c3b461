"""Files are handed out to the owner of the goods, each with a line in the audit trail."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db import transaction

from catalog.traceability.exports import eudr, events, files, fsma, printing, record
from catalog.traceability.exports.consignments import Consignment
from catalog.traceability.exports.files import File
from marketplace.people.models import User
from marketplace.records import audit

Maker = Callable[[Consignment, str, bool], File]


class UnknownForm(LookupError):
    """There is no such file, or not in this form."""


class OneAtATime(ValueError):
    """The record names one lot; the argument is how many were asked for."""


def _eudr(consignment: Consignment, form: str, draft: bool) -> File:
    """The plots."""
    return eudr.file(eudr.dossier(consignment), form, draft=draft)


def _fsma(consignment: Consignment, form: str, _draft: bool) -> File:
    """The sheet of events."""
    return fsma.file(consignment, form)


def _record(consignment: Consignment, form: str, _draft: bool) -> File:
    """The Vietnamese record: of one lot, because it names one."""
    if len(consignment.lots) > 1:
        raise OneAtATime(len(consignment.lots))
    lot = consignment.lots[0]
    told, name = record.of(lot), f"truy-xuat-{lot.code}"
    if form == "json":
        return File(f"{name}.json", files.JSON, files.as_json(record.as_data(told)))
    return File(f"{name}.pdf", files.PDF, printing.pdf(told))


def _epcis(consignment: Consignment, _form: str, _draft: bool) -> File:
    """The published events."""
    return events.file(consignment)


#: Which files there are, in which forms (the first when none is asked for), and who makes them.
KINDS: Mapping[str, tuple[tuple[str, ...], Maker]] = {
    "eudr": (("geojson", "zip"), _eudr),
    "fsma": (("xlsx", "csv"), _fsma),
    "record": (("pdf", "json"), _record),
    "epcis": (("jsonld",), _epcis),
}


@transaction.atomic
def hand_out(
    consignment: Consignment, kind: str, form: str = "", *, by: User | None, draft: bool = False
) -> File:
    """Make a file of a consignment for its owner, and write down who took which.

    ``UnknownForm``; ``Faulty`` when the plots would be sent back and no draft is asked for;
    ``TooLargeForOne``, ``OneAtATime``. Nothing is written down then.
    """
    forms, make = KINDS.get(kind, ((), None))
    if make is None or (form and form not in forms):
        raise UnknownForm(kind, form)
    made = make(consignment, form or forms[0], draft)
    told = {"file": made.name, "lots": [lot.code for lot in consignment.lots], "draft": draft}
    for lot in consignment.lots:
        audit.record(by, lot, "lot.exported", after=told)
    return made
