"""Files are handed out to the owner of the goods, each with a line in the audit trail."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db import transaction

from catalog.traceability.exports import eudr
from catalog.traceability.exports.consignments import Consignment
from catalog.traceability.exports.files import File
from marketplace.people.models import User
from marketplace.records import audit

Maker = Callable[[Consignment, str, bool], File]


class UnknownForm(LookupError):
    """There is no such file, or not in this form."""


def _eudr(consignment: Consignment, form: str, draft: bool) -> File:
    """The plots."""
    return eudr.file(eudr.dossier(consignment), form, draft=draft)


#: Which files there are, in which forms (the first when none is asked for), and who makes them.
KINDS: Mapping[str, tuple[tuple[str, ...], Maker]] = {
    "eudr": (("geojson", "zip"), _eudr),
}


@transaction.atomic
def hand_out(
    consignment: Consignment, kind: str, form: str = "", *, by: User | None, draft: bool = False
) -> File:
    """Make a file of a consignment for its owner, and write down who took which.

    ``UnknownForm``; ``Faulty`` when the plots would be sent back and no draft is asked for;
    ``TooLargeForOne``. Nothing is written down then.
    """
    forms, make = KINDS.get(kind, ((), None))
    if make is None or (form and form not in forms):
        raise UnknownForm(kind, form)
    made = make(consignment, form or forms[0], draft)
    told = {"file": made.name, "lots": [lot.code for lot in consignment.lots], "draft": draft}
    for lot in consignment.lots:
        audit.record(by, lot, "lot.exported", after=told)
    return made
