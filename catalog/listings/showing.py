"""The pictures of two sides as pages show them, each with what happens to it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.listings import pictures
from catalog.listings.models import Picture
from catalog.listings.proposals import Proposal

Shown = list[dict[str, Any]]


def sides(old: Proposal, new: Proposal, known: dict[str, Picture]) -> tuple[Shown, Shown]:
    """Old and new pictures; on a change each that is taken away, added or moved says so."""
    marks = _marks(old, new) if old.pictures else {}
    return _side(old, known, marks), _side(new, known, marks)


def note(old: Proposal, new: Proposal) -> str:
    """What happens to the pictures in one line: how many come and go, whether they move."""
    if not old.pictures:
        return ""
    marks = list(_marks(old, new).values())
    added, gone = marks.count("added"), marks.count("removed")
    parts = []
    if added:
        parts.append(ngettext("%(n)d added", "%(n)d added", added) % {"n": added})
    if gone:
        parts.append(ngettext("%(n)d taken away", "%(n)d taken away", gone) % {"n": gone})
    if "moved" in marks:
        parts.append(_("other order"))
    return ", ".join(parts)


def _marks(old: Proposal, new: Proposal) -> dict[str, str]:
    """What happens to each picture, by its token; nothing for those that stay where they are."""
    before = [shot.token for shot in old.pictures]
    after = [shot.token for shot in new.pictures]
    marks = dict.fromkeys((token for token in before if token not in after), "removed")
    marks |= dict.fromkeys((token for token in after if token not in before), "added")
    stay = [token for token in before if token in after]
    places = [token for token in after if token in before]
    marks |= {was: "moved" for was, now in zip(stay, places, strict=True) if was != now}
    return marks


def _side(proposal: Proposal, known: dict[str, Picture], marks: dict[str, str]) -> Shown:
    """The pictures of one side."""
    labels = {
        "added": (_("added"), "ok"),
        "removed": (_("taken away"), "bad"),
        "moved": (_("moved"), "thin"),
        "": ("", ""),
    }
    shown = []
    for shot in proposal.pictures:
        if shot.token not in known:
            continue
        words, level = labels[marks.get(shot.token, "")]
        image = pictures.presentation(known[shot.token], shot.alt or proposal.title)
        shown.append({**image, "mark": words, "mark_level": level})
    return shown
