"""Geometry of the charts; templates draw it. All start at zero and say their numbers in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.design import formats
from marketplace.statistics import wording

WIDE, HIGH = 400, 220
LEFT, RIGHT, TOP, FLOOR = 46, 392, 22, 190
_BAR_ROW, _LONGEST_BAR = 42, 300
_MOST_LABELS = 6
_LONGEST_LABEL = 46
_HEADROOM = 1.05

Pair = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar, point or piece: where it is, how large, and what it says."""

    x: int
    y: int
    size: int
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, the first one highlighted."""

    height: int
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Lines:
    """A line over time, with the period before as a thin one, on a grid from zero."""

    now: str
    before: str
    points: list[Mark]
    ticks: list[Mark]
    labels: list[Mark]
    unit: int


@dataclass(frozen=True, slots=True)
class Stack:
    """Columns made of pieces, one kind each; ``kinds`` are numbered for colour and pattern."""

    columns: list[list[Mark]]
    width: int
    half: int
    ticks: list[Mark]
    labels: list[Mark]
    kinds: list[tuple[int, str]]
    unit: int


def bars(rows: Sequence[Pair]) -> Bars:
    """A bar for each row, as long as its money."""
    most = max((value for _, value in rows), default=0) or 1
    marks = [
        Mark(
            0,
            place * _BAR_ROW,
            round(max(0, value) / most * _LONGEST_BAR),
            _short(label),
            wording.money(value),
        )
        for place, (label, value) in enumerate(rows)
    ]
    return Bars(len(rows) * _BAR_ROW, marks)


def lines(now: Sequence[Pair], before: Sequence[int] = ()) -> Lines:
    """A line through the values of the period, and one through those before."""
    values = [value for _, value in now]
    step, unit, top = _scale(max([*values, *before], default=0))
    xs = _spread(max(len(values), 1))
    points = [
        Mark(x, _height(value, top), 3, label, wording.money(value))
        for x, (label, value) in zip(xs, now, strict=True)
    ]
    old = zip(xs, before, strict=False)
    return Lines(
        now=_path([(mark.x, mark.y) for mark in points]),
        before=_path([(x, _height(value, top)) for x, value in old]),
        points=points,
        ticks=_ticks(step, unit, top),
        labels=_labels(xs, [label for label, _ in now]),
        unit=unit,
    )


def stack(labels: Sequence[str], kinds: Sequence[tuple[str, Sequence[int]]]) -> Stack:
    """A column for each label, made of a piece for each kind that sold something."""
    totals = [sum(values[place] for _, values in kinds) for place in range(len(labels))]
    step, unit, top = _scale(max(totals, default=0))
    xs = _spread(max(len(labels), 1))
    width = max(3, min(28, (RIGHT - LEFT) // max(len(labels), 1) - 3))
    columns = [
        _pieces(x, [(name, values[place]) for name, values in kinds], top)
        for place, x in enumerate(xs[: len(labels)])
    ]
    return Stack(
        columns=columns,
        width=width,
        half=width // 2,
        ticks=_ticks(step, unit, top),
        labels=_labels(xs, labels),
        kinds=[(number, name) for number, (name, _) in enumerate(kinds)],
        unit=unit,
    )


def spark(values: Sequence[int]) -> str:
    """A small line of 120 by 28 without axes; nothing for fewer than two values."""
    if len(values) < 2:
        return ""
    most = max(values) or 1
    steps = [(round(place * 120 / (len(values) - 1)), v) for place, v in enumerate(values)]
    return _path([(x, round(26 - max(0, v) / most * 24)) for x, v in steps])


def _pieces(x: int, kinds: Sequence[Pair], top: int) -> list[Mark]:
    """The pieces of one column from the floor up; ``label`` is the number of the kind."""
    found, so_far = [], 0
    for number, (name, value) in enumerate(kinds):
        below, so_far = so_far, so_far + max(0, value)
        y, end = _height(so_far, top), _height(below, top)
        if value > 0:
            found.append(Mark(x, y, end - y, str(number), f"{name}: {wording.money(value)}"))
    return found


def _scale(most: int) -> tuple[int, int, int]:
    """The step between grid lines, what one on the axis means in đồng, and the top of the grid."""
    unit = 1_000_000 if most >= 2_000_000 else 1_000
    raw = max(most, unit) * _HEADROOM / 4
    power = 10 ** math.floor(math.log10(raw))
    step = next(int(power * times) for times in (1, 2, 2.5, 5, 10) if power * times >= raw)
    step = max(step, unit)
    return step, unit, step * max(1, math.ceil(most / step))


def _ticks(step: int, unit: int, top: int) -> list[Mark]:
    steps = range(0, top + 1, step)
    return [Mark(LEFT - 5, _height(v, top), 0, _axis(v / unit)) for v in steps]


def _axis(number: float) -> str:
    whole = int(number)
    return wording.count(whole) if number == whole else formats.decimal(number, 1)


def _height(value: int, top: int) -> int:
    return round(FLOOR - max(0, value) / top * (FLOOR - TOP))


def _spread(count: int) -> list[int]:
    """So many places between left and right, a half step from each edge."""
    step = (RIGHT - LEFT) / count
    return [round(LEFT + step * (place + 0.5)) for place in range(count)]


def _labels(xs: Sequence[int], names: Sequence[str]) -> list[Mark]:
    """Names below the axis, so few that they keep apart."""
    every = max(1, math.ceil(len(names) / _MOST_LABELS))
    pairs = list(zip(xs, names, strict=False))
    return [Mark(x, FLOOR + 20, 0, name) for x, name in pairs[::every]]


def _path(points: Sequence[tuple[int, int]]) -> str:
    return "M" + " ".join(f"{x} {y}" for x, y in points) if points else ""


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
