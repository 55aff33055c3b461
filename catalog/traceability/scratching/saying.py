"""What came of an entry, in words and one of three tones."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.traceability.scratching.opening import Entry
from catalog.traceability.verdicts import BAD, CARE, GOOD, Verdict
from marketplace.design import formats


def of(entry: Entry, province: str) -> Verdict:
    """What to say of an entry; ``province`` is the name of where it was opened, if known."""
    if not entry.is_right:
        return _wrong(entry.left)
    when = formats.moment(entry.opened_at) if entry.opened_at else ""
    facts = {"when": f"{when}, {province}" if province else when}
    if entry.is_first:
        words = _("Nobody entered these digits before you. Keep this page: %(when)s.")
        return Verdict(GOOD, _("First opened now"), words % facts)
    words = _(
        "First opened: %(when)s. If that was not you, this box may be a copy, or somebody "
        "scratched it before you had it."
    )
    return Verdict(CARE, _("The right digits, but entered before"), words % facts)


def too_often() -> Verdict:
    """What to say when the tries of the day are used up."""
    words = _(
        "Five entries for this box were wrong today. Try again tomorrow; if they were not yours, "
        "report it."
    )
    return Verdict(CARE, _("Too many wrong digits today"), words)


def _wrong(left: int) -> Verdict:
    """Not its digits, and how many tries are left."""
    tries = ngettext("%(n)d try is left today.", "%(n)d tries are left today.", left) % {"n": left}
    words = _(
        "A misread digit is the usual reason. If the label says exactly this, it is not ours."
    )
    return Verdict(BAD, _("These are not the digits of this box"), f"{words} {tries}")
