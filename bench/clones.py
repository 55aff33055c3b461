"""Labels that are partly copied, scanned as people scan: what the rules see of it.

Everything is drawn from one seed, and which labels were copied is known, so precision and recall
can be told. The scans go to the market's own rules. What people do is our guess, not a count:
families, shop shelves, fairs, gifts, links sent to friends, packers who try a label, and networks
that place a phone in another province than it is in. The figures compare rules with one another
and with their last change; of the street they say only as much as the guess.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

TUNED = 14  # the market on which the rules' numbers were chosen
UNSEEN = (2027, 7)  # others, drawn once and never tuned for
BOXES, COPIED = 40_000, 200
LOUD = 40  # scans
HOME = "14"
# Where the province's fruit goes, the nearest markets more than once.
PLACES = ("01", "01", "01", "79", "79", "31", "25", "48", "33", "24", "68", "92")
GATEWAYS = ("01", "79", "48")  # where carriers' networks are said to be
MISPLACED, UNPLACED = 0.08, 0.2
PACKED = dt.datetime(2026, 8, 1, 2, tzinfo=dt.UTC)


@dataclass
class Label:
    """One printed code, where its box went, and who scanned it."""

    copied: bool
    destination: str
    is_sold: bool
    sent: int  # hours after packing
    scans: list[tuple[int, str, int]] = field(default_factory=list)  # hour, place, phone


class Street:
    """Draws what people do with labels."""

    def __init__(self, seed: int) -> None:
        """Begin with a seed."""
        self.dice = random.Random(seed)
        self.phone = 0

    def labels(self, boxes: int, copied: int) -> Iterator[Label]:
        """So many labels, some of them copied."""
        for number in range(boxes):
            yield self._label(number < copied)

    def _label(self, is_copied: bool) -> Label:
        """One label with the scans of its box and of its copies."""
        dice = self.dice
        label = Label(is_copied, dice.choice(PLACES), dice.random() < 0.6, dice.randint(6, 48))
        if dice.random() < 0.3:  # the packers try whether it reads
            self._scan(label, dice.randint(0, 5), HOME, 1)
        self._honest(label)
        if is_copied:
            self._copies(label)
        return label

    def _honest(self, label: Label) -> None:
        """What happens to the genuine box."""
        dice, arrives = self.dice, label.sent + self.dice.randint(20, 72)
        fate, place = dice.random(), label.destination
        if fate < 0.40:
            return  # most boxes are just eaten
        if fate < 0.83:
            self._visits(label, place, arrives, days=dice.randint(1, 6), most=4)
        elif fate < 0.93:
            self._visits(label, place, arrives, days=dice.randint(3, 10), most=6)
        elif fate < 0.935:  # a fair, a school, a stall with one open box
            for day in range(dice.randint(1, 2)):
                self._scan(label, arrives + 24 * day, place, dice.randint(6, 25))
        else:
            self._visits(label, place, arrives, days=2, most=2)
            self._visits(label, dice.choice(PLACES), arrives + 72, days=2, most=2)
        if dice.random() < 0.06:  # the link, not the label, went to a friend
            self._scan(label, arrives + dice.randint(0, 4), dice.choice(PLACES), dice.randint(1, 3))

    def _copies(self, label: Label) -> None:
        """Copies on other goods, some few in one market, some hundreds all over the country."""
        dice = self.dice
        markets = dice.sample(sorted(set(PLACES)), dice.randint(1, 6))
        for _copy in range(int(10 ** dice.uniform(0.5, 2.5))):
            if dice.random() < 0.5:
                begins = label.sent + dice.randint(24, 480)
                self._visits(label, dice.choice(markets), begins, days=1, most=3)

    def _visits(self, label: Label, place: str, begins: int, *, days: int, most: int) -> None:
        """Up to so many phones a day for some days."""
        for day in range(days):
            hour = begins + 24 * day + self.dice.randint(0, 10)
            self._scan(label, hour, place, self.dice.randint(0, most))

    def _scan(self, label: Label, hour: int, place: str, phones: int) -> None:
        """Phones that look at a label within an hour, each where its network is said to be."""
        for _ in range(phones):
            self.phone += 1
            drawn = self.dice.random()
            said = place if drawn >= MISPLACED else self.dice.choice(GATEWAYS)
            label.scans.append((hour, "" if drawn > 1 - UNPLACED else said, self.phone))


def _loud(seed: int) -> Iterator[Label]:
    """The copied labels that were scanned often enough to be heard."""
    for label in Street(seed).labels(BOXES, COPIED):
        if label.copied and len(label.scans) >= LOUD:
            yield label


@dataclass
class Count:
    """Labels a rule pointed at, rightly and in all."""

    right: int = 0
    all: int = 0

    def words(self, copied: int) -> str:
        """Precision and recall."""
        precision = self.right / self.all if self.all else 1.0
        recall = self.right / copied
        return f"{self.all:6} {precision:10.2f} {recall:8.2f}"


def judged(labels: Iterator[Label], usual: Any) -> dict[str, Count]:
    """How often each rule pointed at a label, and at a copied one; all of them beside."""
    from catalog.traceability.models import Alert  # noqa: PLC0415 -- apps ready
    from catalog.traceability.scans import rules  # noqa: PLC0415 -- apps ready

    counts: dict[str, Count] = {}
    for label in labels:
        found = [
            one for one in rules.of_box(*_as_known(label), usual) if one.reason in Alert.CLONE_LIKE
        ]
        names = {str(one.reason.value) for one in found} | ({"any alert"} if found else set())
        if any(one.score >= Alert.SURE for one in found):
            names.add("said on the page")
        for name in names:
            count = counts.setdefault(name, Count())
            count.all += 1
            count.right += label.copied
    return counts


def _as_known(label: Label) -> tuple[list[Any], Any]:
    """The label as the rules see it: hours, provinces, letters for phones; and its record."""
    from catalog.traceability.scans.rules import Known, Seen  # noqa: PLC0415 -- apps ready

    hour = dt.timedelta(hours=1)
    seen = {Seen(PACKED + at * hour, place, f"{phone:016x}") for at, place, phone in label.scans}
    known = Known(
        home=HOME,
        destination=label.destination if label.is_sold else "",
        is_sold=label.is_sold,
        sent_at=PACKED + label.sent * hour if label.is_sold else None,
        best_before=(PACKED + 20 * 24 * hour).date(),
    )
    return sorted(seen, key=lambda one: (one.hour, one.visitor)), known


def lots(usual: Any, seed: int, count: int = 2_000, copied: int = 20) -> Count:
    """Lot codes: of some lots the code was copied on goods of others."""
    from catalog.traceability.scans import rules  # noqa: PLC0415 -- apps ready

    dice, told = random.Random(seed), Count()
    for number in range(count):
        units = dice.randint(20, 500)
        share = dice.uniform(0, 1.2) + (dice.uniform(0.5, 8) if number < copied else 0)
        seen = [
            rules.Seen(PACKED, dice.choice(PLACES), f"{phone:016x}")
            for phone in range(int(units * share))
        ]
        if rules.of_lot(seen, rules.Known(home=HOME, units=units), usual):
            told.all += 1
            told.right += number < copied
    return told


def main(say: Callable[[str], None] = print) -> None:
    """Draw a market tuned for and some that were not; print precision and recall of every rule."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
    import django  # noqa: PLC0415 -- the settings are known only now

    django.setup()
    from catalog.traceability.scans import judging  # noqa: PLC0415 -- apps ready

    usual = judging.limits()
    for seed in (TUNED, *UNSEEN):
        _market(seed, usual, say)


def _market(seed: int, usual: Any, say: Callable[[str], None]) -> None:
    """One market, judged."""
    counts = judged(Street(seed).labels(BOXES, COPIED), usual)
    known = "tuned for" if seed == TUNED else "never tuned for"
    say(f"\n{BOXES:,} labels, {COPIED} of them copied (seed {seed}, {known})")
    say(f"{'':20}{'alerts':>6} {'precision':>10} {'recall':>8}")
    last = ("any alert", "said on the page")
    loud = list(_loud(seed))
    heard = judged(iter(loud), usual).get("said on the page", Count()).right
    for name in (*sorted(counts.keys() - set(last)), *last):
        say(f"{name:20}{counts.get(name, Count()).words(COPIED)}")
    say(f"of {len(loud)} copied labels with {LOUD} scans or more the page says it of {heard}")
    say(f"{'more_than_units':20}{lots(usual, seed).words(20)}   (2,000 lots, 20 copied)")


def run(root: str) -> None:
    """The same in a process of its own, as the benchmark's own process knows no Django."""
    subprocess.run([sys.executable, "-m", "bench.clones"], check=True, cwd=root)


if __name__ == "__main__":
    main()
