"""The first line of a trace page: what the code says, in words and one of three tones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from catalog.traceability.models import Box, LogisticUnit, Lot
from catalog.traceability.scans import telling
from catalog.traceability.sealing import Seal

GOOD, CARE, BAD = "good", "warn", "bad"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A heading, a sentence, a tone that picks colour and icon, and whether to sell beside it."""

    tone: str
    title: str
    text: str
    link: str = ""
    sells: bool = True


def of_box(box: Box, today: dt.date) -> Verdict:
    """What to say of a box that was issued, worst news first."""
    return (
        _bad_news(box.lot) or _void(box) or _unusual(box) or _overdue(box.lot, today) or _good(box)
    )


def of_lot(lot: Lot, today: dt.date) -> Verdict:
    """What to say of a lot code, which stands on many boxes."""
    return (
        _bad_news(lot)
        or _unusual(lot)
        or _overdue(lot, today)
        or Verdict(
            GOOD,
            _("Genuine lot, recorded by the market"),
            _(
                "This is the code of a whole lot. Each box has a code of its own: "
                "scan that one too."
            ),
        )
    )


def of_unit(unit: LogisticUnit, lots: list[Lot]) -> Verdict:
    """What to say of a pallet: the worst news of what lies on it."""
    bad = next((news for lot in lots if (news := _bad_news(lot))), None)
    if bad:
        return bad
    if unit.state == LogisticUnit.State.UNLOADED:
        return Verdict(
            CARE,
            _("This pallet was taken apart"),
            _("Its boxes went on by themselves: scan the code on the box."),
        )
    return Verdict(
        GOOD,
        _("Genuine pallet code"),
        _("It stands for several boxes. Each has a code of its own: scan that one too."),
    )


def of_seal(thing: Box | Lot | LogisticUnit, seal: Seal) -> Verdict:
    """What to say of the signature on a label, beside what is said of the goods."""
    seller = {"seller": (thing.lot if isinstance(thing, Box) else thing).party.name}
    if seal == Seal.GENUINE:
        return Verdict(
            GOOD,
            _("Printed by %(seller)s: the signature of this label is genuine.") % seller,
            _("It can be copied together with the label."),
        )
    if seal == Seal.TAKEN_BACK:
        return Verdict(
            CARE,
            _("The signature of this label counts no more."),
            _("The key it was made with was taken back: anybody may have printed the label."),
        )
    return Verdict(
        BAD,
        _("This label was not printed by %(seller)s.") % seller,
        _("Its signature is wrong. Other goods may lie behind it: do not trust this label."),
    )


def unknown() -> Verdict:
    """What to say of a code nobody issued."""
    return Verdict(
        BAD,
        _("The market never issued this code"),
        _("A wrong letter is the usual reason. If the label says exactly this, it is not ours."),
    )


def misspelt() -> Verdict:
    """What to say of an address that cannot be a code at all."""
    return Verdict(
        CARE,
        _("This address is not written as a code is"),
        _("The label may be damaged. Scan it once more, or type what stands under it."),
    )


def no_such_link(detail: str) -> Verdict:
    """What to say when a number is known, and what was asked about it is not."""
    return Verdict(CARE, _("Nothing of that kind is known here"), detail)


def too_many() -> Verdict:
    """What to say to who tries too many unknown codes."""
    return Verdict(
        CARE,
        _("Too many unknown codes from your network"),
        _("Wait one minute and scan again. Your box is not at fault."),
    )


def _bad_news(lot: Lot) -> Verdict | None:
    """The lot was called back, or is held until something about it is clear."""
    if lot.state == Lot.State.HELD:
        title = _("Held for a check: do not eat this yet")
        return Verdict(CARE, title, lot.hold_reason, sells=False)
    if lot.state != Lot.State.RECALLED:
        return None
    link = f"{reverse('recalls')}?{urlencode({'lot': lot.code})}"
    title = _("Called back: do not eat this")
    return Verdict(BAD, title, lot.recall_reason, link, sells=False)


def _void(box: Box) -> Verdict | None:
    """The label was cancelled."""
    if box.state not in (Box.State.VOID, Box.State.LOST):
        return None
    return Verdict(
        BAD,
        _("This label was cancelled"),
        _(
            "The cooperative unpacked this box. "
            "Goods that carry this label now are not vouched for."
        ),
        sells=False,
    )


def _unusual(thing: Box | Lot) -> Verdict | None:
    """So many phones, or such far places, that the label may have been copied."""
    if not telling.is_odd(thing):
        return None
    words = _(
        "The market issued it, but more phones or places asked for it than fit one label. It may "
        "have been copied. Compare the goods with this page, and report what does not fit."
    )
    if isinstance(thing, Box) and thing.sold_on:
        sold = _("It was sold online on %(day)s.") % {"day": f"{thing.sold_on:%d/%m/%Y}"}
        words = f"{words} {sold}"
    return Verdict(CARE, _("Genuine code, scanned unusually"), words)


def _overdue(lot: Lot, today: dt.date) -> Verdict | None:
    """The goods are older than they should be."""
    if lot.best_before is None or today <= lot.best_before:
        return None
    return Verdict(
        CARE,
        _("Genuine code, but past its best"),
        _("Best before %(day)s.") % {"day": f"{lot.best_before:%d/%m/%Y}"},
    )


def _good(box: Box) -> Verdict:
    """Issued, in order, perhaps sold online."""
    if box.sold_on is None:
        return Verdict(
            GOOD,
            _("Genuine code, issued by the cooperative"),
            _("This box was packed and labelled by the grower named below."),
        )
    return Verdict(
        GOOD,
        _("Genuine code, sold online on %(day)s") % {"day": f"{box.sold_on:%d/%m/%Y}"},
        _("It belongs to an order on this market. Bought elsewhere? Then the label may be a copy."),
    )
