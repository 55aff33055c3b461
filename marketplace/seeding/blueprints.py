"""The demonstration's cooperatives and goods as written in ``data/``."""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
#: The tax codes of the demonstration begin like this.
TAX_PREFIX = "55552"


@dataclass(frozen=True, slots=True)
class Seller:
    """An invented cooperative in a real commune."""

    number: int
    name: str
    legal_form: str
    commune: str
    street: str
    representative: str
    certificates: tuple[str, ...]

    @property
    def tax_code(self) -> str:
        """Ten digits with a right check digit, ours by their beginning."""
        return next(_tax_codes(self.number * 100))

    @property
    def email(self) -> str:
        """Where its owner signs in; ``.example`` belongs to nobody."""
        return f"htx{self.number:02}@sonla.example"


@dataclass(frozen=True, slots=True)
class PackPlan:
    """A pack: its name, grams and đồng."""

    name: str
    grams: int
    price: int


@dataclass(frozen=True, slots=True)
class Goods:
    """A listing: whose, of what, when ripe, how long it keeps, how it is packed."""

    seller: int
    category: str
    variety: str
    title_vi: str
    title_en: str
    months: tuple[int, ...]
    protected_name: str
    keeps_days: int
    packs: tuple[PackPlan, ...]

    @property
    def is_fresh(self) -> bool:
        """Whether it has to be eaten within weeks of its harvest."""
        return 0 < self.keeps_days <= 60

    def is_ripe(self, day: dt.date) -> bool:
        """Whether there is any of it on a day."""
        return day.month in self.months


def sellers(count: int) -> list[Seller]:
    """The first ``count`` cooperatives; beyond the written ones, names go round with a number."""
    rows = list(_rows("cooperatives.csv"))
    return [_seller(number, rows[(number - 1) % len(rows)], number > len(rows))
            for number in range(1, count + 1)]  # fmt: skip


def goods(count: int, sellers_there: int) -> list[Goods]:
    """The first ``count`` listings; beyond the written ones, they go to the next cooperatives."""
    rows = [row for row in _rows("goods.csv") if int(row["cooperative"]) <= sellers_there]
    found = []
    for place in range(count):
        row, lap = rows[place % len(rows)], place // len(rows)
        seller = (int(row["cooperative"]) - 1 + lap) % sellers_there + 1
        found.append(_goods(row, seller, lap))
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of a file by the names in its first line."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _seller(number: int, row: dict[str, str], is_copy: bool) -> Seller:
    """One cooperative."""
    return Seller(
        number=number,
        name=f"{row['name']} {number}" if is_copy else row["name"],
        legal_form=row["legal_form"],
        commune=row["commune"],
        street=row["street"],
        representative=row["representative"],
        certificates=tuple(filter(None, row["certificates"].split("|"))),
    )


def _goods(row: dict[str, str], seller: int, lap: int) -> Goods:
    """One listing; a later lap bears its number, and no protected name of another place."""
    suffix = f" ({lap + 1})" if lap else ""
    return Goods(
        seller=seller,
        category=row["category"],
        variety=row["variety"],
        title_vi=row["title_vi"] + suffix,
        title_en=row["title_en"] + suffix,
        months=_months(row["months"]),
        protected_name="" if lap else row["name"],
        keeps_days=int(row["keeps"]),
        packs=tuple(_pack(words) for words in row["packs"].split("|")),
    )


def _months(words: str) -> tuple[int, ...]:
    """``7-9`` is July to September, ``11-1`` goes over the new year."""
    first, last = (int(word) for word in words.split("-"))
    return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))


def _pack(words: str) -> PackPlan:
    """``Hộp 2 kg:2000:89000``."""
    name, grams, price = words.rsplit(":", 2)
    return PackPlan(name, int(grams), int(price))


def _tax_codes(start: int) -> Iterator[str]:
    """Right tax codes from a number on; one in eleven numbers has no check digit."""
    number = start
    while True:
        digits = f"{TAX_PREFIX}{number % 10_000:04}"
        total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True))
        if (check := 10 - total % 11) < 10:
            yield f"{digits}{check}"
        number += 1
