"""What a trace page says about its own scans: how many, and whether they are odd."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.traceability.models import Box, Lot, ScanTally

NOTABLE = 3  # phones; one or two are the buyer and the packer, and nobody's business


def is_odd(thing: Box | Lot) -> bool:
    """Whether the scans of a code look as if its label had been copied."""
    tally = _tally(thing)
    return tally is not None and tally.is_odd


def scanned(thing: Box | Lot) -> str:
    """How often, by how many phones and in how many provinces; nothing when it is not notable."""
    tally = _tally(thing)
    if tally is None or tally.phones < NOTABLE:
        return ""
    if not tally.provinces:
        words = _("Scanned %(scans)s times by %(phones)s phones.")
    else:
        words = ngettext(
            "Scanned %(scans)s times by %(phones)s phones in %(provinces)s province.",
            "Scanned %(scans)s times by %(phones)s phones in %(provinces)s provinces.",
            tally.provinces,
        )
    return words % {
        "scans": f"{tally.scans:,}".replace(",", "."),
        "phones": f"{tally.phones:,}".replace(",", "."),
        "provinces": tally.provinces,
    }


def _tally(thing: Box | Lot) -> ScanTally | None:
    """What its scans add up to, if it was ever scanned."""
    found: ScanTally | None = getattr(thing, "tally", None)
    return found
