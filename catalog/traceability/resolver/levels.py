"""The levels of a Digital Link: item, lot, box; each is something one can ask about."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.urls import reverse

from catalog.traceability import queries, shop
from catalog.traceability.codes.digitallink import DigitalLink
from catalog.traceability.models import Box, LogisticUnit, Lot, Party, TradeItem

Thing = Box | Lot | LogisticUnit | TradeItem | Party


@dataclass(frozen=True, slots=True)
class Goods:
    """What the shop says of goods, asked once for all levels."""

    facts: shop.Facts = field(default_factory=shop.Facts)


@dataclass(frozen=True, slots=True)
class Level:
    """One thing a link names, with the part of the link that names it."""

    link: DigitalLink
    thing: Thing
    goods: Goods

    @property
    def key(self) -> str:
        """The identifier that names it, such as ``10`` for a lot."""
        return self.link.path[-1][0]

    @property
    def code(self) -> str:
        """The code on its label."""
        return self.link.path[-1][1]

    @property
    def page(self) -> str:
        """The path of its page, which names no GS1 key: the page is no Digital Link."""
        return page(self.thing)

    @property
    def epc(self) -> str:
        """How events name it."""
        return self.link.canonical()

    @property
    def description(self) -> str:
        """Its name or code."""
        return str(self.thing)


def page(thing: Thing) -> str:
    """The path of the page about something."""
    if isinstance(thing, TradeItem):
        return reverse("trace-item", args=[thing.gtin])
    if isinstance(thing, Party):
        return reverse("trace-party", args=[thing.gln])
    return reverse("trace", args=[thing.code])


def nearest(link: DigitalLink, thing: Thing) -> Level:
    """The level asked for itself; nobody asks the shop."""
    return _level(link, len(link.path), thing, Goods())


def of(link: DigitalLink, thing: Thing) -> list[Level]:
    """Every level from the one asked for up to the key."""
    if isinstance(thing, Party | LogisticUnit):
        return [_level(link, 1, thing, Goods())]
    item = thing if isinstance(thing, TradeItem) else _item(thing, link)
    lot = _lot(thing)
    goods = Goods(shop.facts(lot, item, "vi") if lot else shop.Facts())
    named: dict[str, Thing | None] = {"01": item, "10": lot, "21": thing}
    levels = []
    for length, (ai, _value) in reversed(list(enumerate(link.path, start=1))):
        found = named[ai]
        assert found is not None
        levels.append(_level(link, length, found, goods))
    return levels


def _level(link: DigitalLink, length: int, thing: Thing, goods: Goods) -> Level:
    """The level that the first ``length`` pairs of a link name."""
    return Level(DigitalLink(link.path[:length]), thing, goods)


def _item(thing: Box | Lot, link: DigitalLink) -> TradeItem:
    """What was sold as one unit."""
    if isinstance(thing, Box):
        return thing.item
    return TradeItem.objects.get(gtin=link.value("01"))


def _lot(thing: Box | Lot | TradeItem) -> Lot | None:
    """Where it came from; of an item the lot packed last."""
    if isinstance(thing, Box):
        return thing.lot
    return thing if isinstance(thing, Lot) else queries.newest_lot(thing)
