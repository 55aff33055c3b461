"""Prices and stock as a table: a row for each pack, saved by the verb of the stock page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.cooperatives.models import Cooperative
from catalog.listings import checking, queries
from catalog.listings.models import ListingChange
from catalog.stock import alarms, bulk, grounds, saying
from catalog.tables import cells, picked
from catalog.tables.columns import Column, Row, places
from catalog.tables.plans import Difference, Plan, Step
from catalog.tables.reading import Line, Sheet
from catalog.tables.refusals import Problem
from catalog.traceability.models import Plot
from marketplace.design import formats
from marketplace.people.models import User

COLUMNS = (
    Column("pack_no", gettext_lazy("Pack no."), gettext_lazy("Leave it as it is."), is_needed=True),
    Column("goods", gettext_lazy("Goods"), gettext_lazy("For reading only.")),
    Column("pack", gettext_lazy("Pack"), gettext_lazy("For reading only.")),
    Column("left", gettext_lazy("Left now"), gettext_lazy("For reading only.")),
    Column("price", gettext_lazy("Price in đồng"), gettext_lazy("Digits alone: 89000.")),
    Column(
        "came",
        gettext_lazy("Harvested today"),
        gettext_lazy("How many units came in; they become a lot of today."),
    ),
    Column(
        "picked_on",
        gettext_lazy("Picked on"),
        gettext_lazy("If units came in: the names of your plots, a semicolon between them."),
    ),
    Column(
        "unwritten_field",
        gettext_lazy("Field not written down"),
        gettext_lazy("If the field is none of your plots here: whose it is, and why."),
    ),
    Column("lost", gettext_lazy("Spoilt or lost"), gettext_lazy("How many units are taken off.")),
    Column(
        "alarm",
        gettext_lazy("Warn me below"),
        gettext_lazy("From how many units on you are warned."),
    ),
    Column(
        "as_of",
        gettext_lazy("As of"),
        gettext_lazy("Leave it as it is: it says on what the file was built."),
    ),
)
_HEADINGS = {column.key: column.heading for column in COLUMNS}
_UNITS = ("came", "lost", "alarm")


def rows(cooperative: Cooperative) -> list[Row]:
    """A row for each pack on sale."""
    packs = alarms.sold(cooperative)
    keys = [pack.pk for pack in packs]
    received, warned = bulk.received(keys), alarms.of(keys)
    plots = grounds.of(cooperative, packs)
    return [
        {
            "pack_no": pack.pk,
            "goods": str(pack.listing.product),
            "pack": f"{pack.name_vi}, {pack.grade}" if pack.grade else pack.name_vi,
            "left": pack.free,
            "price": pack.price,
            "came": "",
            picked.PLOTS: picked.usual(plots[pack.listing_id]),
            picked.WORD: "",
            "lost": "",
            "alarm": warned[pack.pk],
            "as_of": bulk.mark(pack, received[pack.pk]),
        }
        for pack in packs
    ]


def plan(cooperative: Cooperative, sheet: Sheet, *, by: User) -> Plan:
    """What a table would change, tried out and taken back."""
    where = places(sheet, COLUMNS)
    made = Plan(problems=list(sheet.problems))
    stands = {row["pack_no"]: row for row in rows(cooperative)}
    packs = alarms.sold(cooperative)
    plots = grounds.of(cooperative, packs)
    grown = {pack.pk: plots[pack.listing_id] for pack in packs}
    waiting = set(
        queries.waiting()
        .filter(listing__cooperative=cooperative)
        .values_list("listing__packs", flat=True)
    )
    seen: set[int] = set()
    for line in sheet.lines:
        wanted, problems = _read(line, where, stands, seen)
        if wanted and not problems:
            wanted, problems = picked.read(wanted, line, where, grown[wanted.pack_id])
        if wanted is None or problems:
            made.problems += problems
            continue
        step = _step(line, stands[wanted.pack_id], wanted, grown[wanted.pack_id])
        if not step.differences:
            made.unchanged += 1
        elif wanted.pack_id in waiting and wanted.price != stands[wanted.pack_id]["price"]:
            made.problems.append(Problem(line.number, _heading("price", where), _waits()))
        else:
            made.steps.append(step)
            made.content.append([getattr(wanted, name) for name in bulk.Row.__slots__])
    if made.content and not made.problems:
        _try_out(cooperative, made, by)
    return made


def take_over(cooperative_id: int, content: list[Any], *, by: User) -> int:
    """Save the planned rows; answers how many price changes went to the department.

    Raises what ``bulk.save`` raises.
    """
    saved = bulk.save(cooperative_id, [bulk.Row(*facts) for facts in content], by=by)
    return _sent_in(saved)


def _sent_in(saved: bulk.Saved) -> int:
    state = ListingChange.State.SUBMITTED
    return sum(change.state == state for change in saved.changes or [])


def _try_out(cooperative: Cooperative, made: Plan, by: User) -> None:
    """Save for a moment, to learn what the verbs would say."""
    try:
        with transaction.atomic():
            saved = bulk.save(cooperative.pk, [bulk.Row(*facts) for facts in made.content], by=by)
            transaction.set_rollback(True)
    except saying.REFUSALS as error:
        made.problems.append(Problem(0, "", saying.words(error)))
        return
    submitted = {
        change.listing_id
        for change in saved.changes or []
        if change.state == ListingChange.State.SUBMITTED
    }
    if submitted:
        _mark_waiting(cooperative, made, submitted)


def _mark_waiting(cooperative: Cooperative, made: Plan, listings: set[int]) -> None:
    """Say at each row whose price the department has to look at."""
    packs = {pack.pk for pack in alarms.sold(cooperative) if pack.listing_id in listings}
    price = str(_HEADINGS["price"])
    for step, facts in zip(made.steps, made.content, strict=True):
        is_priced = any(one.name == price for one in step.differences)
        step.waits = is_priced and facts[0] in packs


def _read(
    line: Line, where: Mapping[str, str], stands: Mapping[Any, Row], seen: set[int]
) -> tuple[bulk.Row | None, list[Problem]]:
    """What a row asks for, or what is wrong with it."""
    typed = line.cells.get(where["pack_no"], "")
    try:
        pack_no = cells.whole(typed)
    except cells.Unfit:
        pack_no = 0
    row = stands.get(pack_no)
    if row is None:
        words = _("There is no pack of yours with this number. Begin with a file from this page.")
        return None, [Problem(line.number, where["pack_no"], words)]
    if pack_no in seen:
        words = _("This pack stands in the table twice.")
        return None, [Problem(line.number, where["pack_no"], words)]
    seen.add(pack_no)
    as_of = line.cells.get(where.get("as_of", ""), "") or str(row["as_of"])
    if as_of != row["as_of"]:
        words = _(
            "Its price or stock was changed after this file was made. Take a new file and fill it "
            "in again."
        )
        return None, [Problem(line.number, where["as_of"], words)]
    problems: list[Problem] = []
    numbers = dict(_numbers(line, where, row, problems))
    price, came, lost, alarm = (numbers[key] for key in ("price", *_UNITS))
    return bulk.Row(pack_no, str(row["as_of"]), price, came, lost, alarm), problems


def _numbers(
    line: Line, where: Mapping[str, str], row: Row, problems: list[Problem]
) -> Iterator[tuple[str, int]]:
    """Price and units of a row; an empty cell changes nothing."""
    for key in ("price", *_UNITS):
        heading = where.get(key, "")
        typed = line.cells.get(heading, "") if heading else ""
        stood = int(row[key] or 0)
        try:
            number = cells.whole(typed) if typed else stood
            _check(key, number, row)
        except cells.Unfit as error:
            problems.append(Problem(line.number, heading, str(error)))
            number = stood
        yield key, number


def _check(key: str, number: int, row: Row) -> None:
    """The bounds that the stock page has too; ``Unfit`` beyond them."""
    if key == "price" and not 1 <= number <= checking.DEAREST:
        raise cells.Unfit(_("Every pack needs a price in đồng."))
    if key in _UNITS and number > checking.MOST_UNITS:
        raise cells.Unfit(
            _("A pack has at most %(most)d units in a lot.") % {"most": checking.MOST_UNITS}
        )
    if key == "lost" and number > int(row["left"]):
        raise cells.Unfit(
            _("Only %(n)d are free, the others are sold or held.") % {"n": int(row["left"])}
        )


def _step(line: Line, row: Row, wanted: bulk.Row, plots: Sequence[Plot]) -> Step:
    """What changes of a pack, in words."""
    step = Step(line.number, f"{row['goods']}, {row['pack']}")
    for key in ("price", *_UNITS):
        old, new = int(row[key] or 0), getattr(wanted, key)
        if old != new:
            shown = formats.dong if key == "price" else _count
            before = "" if key in {"came", "lost"} else shown(old)
            step.differences.append(Difference(str(_HEADINGS[key]), before, shown(new)))
    names = "; ".join(plot.name for plot in plots if plot.pk in wanted.plots)
    for key, words in ((picked.PLOTS, names), (picked.WORD, wanted.unwritten_field)):
        if words:
            step.differences.append(Difference(str(_HEADINGS[key]), "", words))
    return step


def _count(units: int) -> str:
    return formats.decimal(units, 0)


def _heading(key: str, where: Mapping[str, str]) -> str:
    return where.get(key, str(_HEADINGS[key]))


def _waits() -> str:
    return _("The department still has a change of this listing. Withdraw it first, or wait.")
