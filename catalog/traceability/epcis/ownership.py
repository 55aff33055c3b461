"""Whose an identifier is: nobody writes events about other people's goods.

A party's own are its lots and boxes by the codes the market gave them, everything under the
GTINs of what it sells or packed, its location number, and shipping units under a company prefix
it uses. Goods nobody here can tell the owner of are nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from catalog.traceability.codes import digitallink, serials
from catalog.traceability.epcis import naming
from catalog.traceability.epcis.checks import Fault
from catalog.traceability.identities.models import GivenNumber
from catalog.traceability.loading.models import LogisticUnit
from catalog.traceability.lots.models import Box, Lot
from catalog.traceability.parties.acting import Acting
from catalog.traceability.parties.models import Party, TradeItem

_LISTS = ("epcList", "childEPCs", "inputEPCList", "outputEPCList")
_CLASS_LISTS = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
_SHORTEST_PREFIX = 7


@dataclass(slots=True)
class Known:
    """Whose codes and numbers are, looked up once for a whole document."""

    codes: dict[str, int] = field(default_factory=dict)
    gtins: dict[str, set[int]] = field(default_factory=dict)
    glns: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    prefixes: dict[str, set[int]] = field(default_factory=dict)

    def goods(self, uri: str) -> set[int]:
        """The parties whose goods ``uri`` may name; none when nobody knows."""
        code = _code(uri)
        if code:
            return {self.codes[code]} if code in self.codes else set()
        link = _link(uri)
        if link is None:
            return set()
        if link.key == "00":
            if link.value("00") in self.units:
                return {self.units[link.value("00")]}
            return self.prefixes.get(link.value("00")[1 : 1 + _SHORTEST_PREFIX], set())
        owners = self.gtins.get(link.value("01"), set())
        issued = [
            self.codes[one] for one in (link.value("10"), link.value("21")) if one in self.codes
        ]
        return owners & set(issued) if issued else owners

    def place(self, uri: str) -> set[int] | None:
        """The party whose location number a place bears; ``None`` when it is nobody's here."""
        link = _link(uri)
        owner = self.glns.get(link.value(link.key)) if link else None
        return None if owner is None else {owner}


def known(events: Iterable[dict[str, Any]], acting: Sequence[Acting]) -> Known:
    """What is known of every identifier of some events, in a handful of queries."""
    uris = {uri for event in events for _pointer, uri in [*_goods(event), *_places(event)]}
    links = [link for link in map(_link, uris) if link]
    codes = {_code(uri) for uri in uris} | {
        value for link in links for value in (link.value("10"), link.value("21"))
    }
    codes.discard("")
    found = Known()
    found.codes |= dict(Lot.objects.filter(code__in=codes).values_list("code", "party_id"))
    found.codes |= dict(Box.objects.filter(code__in=codes).values_list("code", "lot__party_id"))
    units = LogisticUnit.objects.filter(code__in=codes)
    found.codes |= dict(units.values_list("code", "party_id"))
    numbers = {link.value("00") for link in links if link.key == "00"}
    units = LogisticUnit.objects.filter(sscc__in=numbers)
    found.units |= dict(units.values_list("sscc", "party_id"))
    glns = {link.value(link.key) for link in links if link.key in ("414", "417")}
    found.glns |= dict(Party.objects.filter(gln__in=glns).values_list("gln", "pk"))
    _add_numbers(found, acting)
    return found


def _add_numbers(found: Known, acting: Sequence[Acting]) -> None:
    """The GTINs and company prefixes of the parties somebody speaks for."""
    for one in acting:
        packed = TradeItem.objects.filter(boxes__lot__party=one.party_id)
        sold = TradeItem.objects.filter(pk__in=one.items)
        items = (packed | sold).exclude(gtin="").distinct()
        for gtin in items.values_list("gtin", flat=True):
            found.gtins.setdefault(gtin, set()).add(one.party_id)
        # A prefix of the province's pool is shared by many: it shows nobody's ownership.
        numbers = items.filter(scheme=TradeItem.Scheme.OWN).values_list("gtin", flat=True)
        given = GivenNumber.objects.values("number")
        own = Party.objects.filter(pk=one.party_id).exclude(gln="").exclude(gln__in=given)
        for prefix in {gtin[1 : 1 + _SHORTEST_PREFIX] for gtin in numbers} | {
            party.gln[:_SHORTEST_PREFIX] for party in own
        }:
            found.prefixes.setdefault(prefix, set()).add(one.party_id)


def owner(
    event: dict[str, Any], pointer: str, acting: Sequence[Acting], found: Known
) -> tuple[int, list[Fault]]:
    """Which of the parties an event is of, and each identifier that is not that party's."""
    goods = [(pointer + where, found.goods(uri)) for where, uri in _goods(event)]
    places = [(pointer + where, found.place(uri)) for where, uri in _places(event)]
    mine = [one.party_id for one in acting]
    party = next(
        (one for one in mine if goods and all(one in whose for _w, whose in goods)), mine[0]
    )
    foreign = [where for where, whose in goods if party not in whose]
    foreign += [where for where, whose in places if whose is not None and party not in whose]
    return party, [Fault(where, _("This identifier is not known as yours.")) for where in foreign]


def _goods(event: dict[str, Any]) -> list[tuple[str, str]]:
    """Every identifier of goods with its place in the event."""
    found = [("/parentID", event["parentID"])] if event.get("parentID") else []
    for name in _LISTS:
        found += [(f"/{name}/{place}", uri) for place, uri in enumerate(event.get(name, ()))]
    for name in _CLASS_LISTS:
        found += [
            (f"/{name}/{place}/epcClass", element["epcClass"])
            for place, element in enumerate(event.get(name, ()))
        ]
    return found


def _places(event: dict[str, Any]) -> list[tuple[str, str]]:
    """Where it happened."""
    return [
        (f"/{name}/id", event[name]["id"]) for name in ("readPoint", "bizLocation") if name in event
    ]


def _code(uri: str) -> str:
    """The code of ours an address of a trace page names, else nothing."""
    start = f"{settings.TRACE_URL}/t/"
    return serials.tidy(uri.removeprefix(start).partition("#")[0]) if uri.startswith(start) else ""


def _link(uri: str) -> digitallink.DigitalLink | None:
    """What a Digital Link says, if it is one."""
    try:
        return digitallink.parse(naming.canonical(uri))
    except digitallink.WrongLink:
        return None
