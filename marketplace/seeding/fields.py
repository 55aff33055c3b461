"""Where the demonstration's goods grow: growers, plots, a house, and a diary; all invented."""

from __future__ import annotations

import datetime as dt
import math
import random
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory, Variety
from catalog.traceability.diary import writing
from catalog.traceability.diary.writing import Work
from catalog.traceability.growing import enrolling
from catalog.traceability.models import Plot
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.seeding.blueprints import Goods
from marketplace.seeding.names import FAMILIES, GIVEN, MIDDLES

#: Goods of these branches grow on a plot; honey and cloth do not.
_GROWN = ("fresh-fruit", "vegetables", "coffee", "tea", "herbs-spices")
_METRES_A_DEGREE = 111_195
#: Days before the first harvest, work, what was used, active ingredient, dose, days to wait.
_DIARY = (
    (60, "pruning", "", "", "", None),
    (45, "fertilising", "Phân hữu cơ vi sinh (minh họa)", "", "5 kg / gốc", None),
    (30, "spraying", "Thuốc sinh học (minh họa)", "Azadirachtin", "20 ml / 16 l", 7),
    (6, "watering", "", "", "", None),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a plot is written down for: goods, by their place in the demonstration, and whose."""

    place: int
    goods: Goods
    seller: Cooperative
    owner: User


def plots(ground: Ground, day: dt.datetime, dice: random.Random) -> tuple[int, ...]:
    """The plot of some goods with its diary, written down before the first harvest; maybe none."""
    if not ground.goods.category.startswith(_GROWN):
        return ()
    name = f"Lô {ground.place}"
    known = Plot.objects.filter(party=ground.seller.party_id, name=name).first()
    if known is not None:
        return (known.pk,)
    owner, key = ground.owner, ground.seller.party.key
    with clock.moved_to(day - dt.timedelta(hours=3)):
        _house(ground.seller, owner)
        plot = enrolling.plot(key, by=owner, name=name, **_facts(ground, dice))
        for work in _works(plot, day):
            writing.write(plot.pk, work, by=owner)
    return (plot.pk,)


def _facts(ground: Ground, dice: random.Random) -> dict[str, Any]:
    """What the plot is: its grower, crop, age and outline."""
    words = f"{dice.choice(FAMILIES)} {dice.choice(MIDDLES)} {dice.choice(GIVEN)}"
    place: dict[str, Any] = {"commune_code": ground.seller.commune.code}
    key, alias = ground.seller.party.key, f"Hộ số {ground.place}"
    household = enrolling.grower(key, by=None, name=words, alias=alias, **place)
    if dice.random() < 0.5:
        enrolling.consent(household.pk, given=True, by=None)
    variety = Variety.objects.filter(key=ground.goods.variety).first()
    return {
        **place,
        "grower": household,
        "crop": GoodsCategory.objects.get(path=ground.goods.category).name_vi,
        "variety": variety.name_vi if variety else "",
        "planted_year": dice.randint(2008, 2021),
        "outline": _square(dice),
    }


def _square(dice: random.Random) -> dict[str, Any]:
    """A square of half a hectare to three, somewhere in the province."""
    east, north = dice.uniform(103.7, 104.6), dice.uniform(20.9, 21.5)
    side = math.sqrt(dice.uniform(5_000, 30_000)) / _METRES_A_DEGREE
    width = side / math.cos(math.radians(north))
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    ring = [[round(east + x * width, 6), round(north + y * side, 6)] for x, y in corners]
    return {"type": "Polygon", "coordinates": [ring]}


def _works(plot: Plot, day: dt.datetime) -> list[Work]:
    """The diary before the first harvest; each entry has the same key in every market."""
    return [
        Work(
            work=work,
            on=(day - dt.timedelta(days=before)).date(),
            draft=uuid5(NAMESPACE_URL, f"{plot.party.key}/{plot.name}/{before}"),
            written_at=day - dt.timedelta(hours=4),
            input_name=used,
            active_ingredient=active,
            dose=dose,
            wait_days=wait,
        )
        for before, work, used, active, dose, wait in _DIARY
    ]


def _house(seller: Cooperative, owner: User) -> None:
    """The packing house of a cooperative, with its first plot."""
    if seller.party.facilities.exists():
        return
    facts: dict[str, Any] = {"kind": "packing", "name": "Nhà sơ chế, đóng gói", "is_usual": True}
    code = f"MH-CSDG-{seller.pk:03}"
    commune = seller.commune.code
    enrolling.facility(seller.party.key, by=owner, code=code, commune_code=commune, **facts)
