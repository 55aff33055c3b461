"""Gives numbers: out of the province's prefixes, the cooperative's own, and to cartons."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Max

from catalog.traceability.codes import checkdigits
from catalog.traceability.identities import prefixes
from catalog.traceability.models import GivenNumber, Kind, NumberPool, Party, TradeItem
from marketplace.people.models import User
from marketplace.records import audit

INDICATORS = range(1, 9)  # 9 is for goods of varying weight
Scheme = TradeItem.Scheme


class AlreadyNumbered(ValueError):
    """The item or party has a number already, and a number printed once stays."""


class NoneLeft(ValueError):
    """No open pool has a number left."""


class NumberTaken(ValueError):
    """The number stands for something else already."""


class NotOwn(ValueError):
    """The number begins with a prefix of the province: it is given, not typed."""


class NoNumberInside(ValueError):
    """A carton's number is made of the item's, which has none, or is a carton itself."""


class PoolKnown(ValueError):
    """The prefix is counted already for that kind."""


@transaction.atomic
def register(prefix: str, kind: str, *, by: User | None) -> NumberPool:
    """Count a prefix the province holds; ``WrongPrefix`` or ``PoolKnown`` when that cannot be."""
    checked = prefixes.checked(prefix)
    pool, is_new = NumberPool.objects.get_or_create(prefix=checked, kind=Kind(kind))
    if not is_new:
        raise PoolKnown(checked)
    audit.record(by, pool, "numbers.registered", after={"prefix": checked, "kind": kind})
    return pool


@transaction.atomic
def set_state(pool_id: int, state: str, *, by: User | None) -> NumberPool:
    """Open or close a pool; what it gave stays. One that is so already stays as it is."""
    pool = NumberPool.objects.select_for_update().get(pk=pool_id)
    before, after = pool.state, NumberPool.State(state)
    if before != after:
        pool.state = after
        pool.save(update_fields=["state"])
        audit.record(
            by, pool, f"numbers.{after}", before={"state": before}, after={"state": str(after)}
        )
    return pool


@transaction.atomic
def give_gtin(item_key: str, *, by: User | None) -> TradeItem:
    """Give an item a GTIN of the province, once; asked again, the item keeps the one it has.

    ``AlreadyNumbered`` when it has a number of its own, ``NoneLeft`` when no pool has one.
    """
    item = TradeItem.objects.select_for_update().get(key=item_key)
    if item.scheme == Scheme.POOL:
        return item
    if item.gtin:
        raise AlreadyNumbered(item.gtin)
    item.gtin = _next(Kind.GTIN, item.key, by)
    item.scheme = Scheme.POOL
    item.save(update_fields=["gtin", "scheme"])
    audit.record(by, item, "numbers.given", after={"gtin": item.gtin})
    return item


@transaction.atomic
def give_gln(party_key: str, *, by: User | None) -> Party:
    """Give a party a location number of the province, once; one that has a number keeps it."""
    party = Party.objects.select_for_update().get(key=party_key)
    if not party.gln:
        party.gln = _next(Kind.GLN, party.key, by)
        party.save(update_fields=["gln"])
        audit.record(by, party, "numbers.given", after={"gln": party.gln})
    return party


@transaction.atomic
def give_sscc(unit: str, *, extension: int = 0, by: User | None) -> str:
    """The number of a shipping unit, by its reference; asked again, the one it has."""
    return _next(Kind.SSCC, unit, by, extension=extension)


@transaction.atomic
def take_own(item_key: str, gtin: str, *, by: User | None) -> TradeItem:
    """Write down the GTIN a cooperative holds itself; ``WrongNumber`` when it is none.

    ``AlreadyNumbered`` when the item has another, ``NotOwn`` when it is of the province's prefix,
    ``NumberTaken`` when it stands for other goods.
    """
    number = checkdigits.gtin14(gtin)
    item = TradeItem.objects.select_for_update().get(key=item_key)
    if item.gtin == number:
        return item
    if item.gtin:
        raise AlreadyNumbered(item.gtin)
    for pool in NumberPool.objects.filter(kind=Kind.GTIN):
        if number[1:].startswith(pool.prefix):
            raise NotOwn(number)
    item.gtin, item.scheme = number, Scheme.OWN
    _save_with_free_number(item)
    audit.record(by, item, "numbers.own", after={"gtin": number})
    return item


@transaction.atomic
def pack_in_carton(item_key: str, units: int, *, by: User | None) -> TradeItem:
    """The carton of so many units, with a GTIN made of the item's; there is one for each count.

    ``NoNumberInside`` when the item has no number to build on, ``NoneLeft`` after eight cartons.
    """
    item = TradeItem.objects.select_for_update().get(key=item_key)
    known = TradeItem.objects.filter(contains=item, units=units).first()
    if known:
        return known
    if not item.gtin.startswith("0"):
        raise NoNumberInside(item.key)
    last = TradeItem.objects.filter(contains=item).aggregate(last=Max("gtin"))["last"]
    indicator = int(last[0]) + 1 if last else INDICATORS[0]
    if indicator not in INDICATORS:
        raise NoneLeft(item.key)
    carton = TradeItem(
        key=f"{item.key}-x{units}",
        name_vi=f"{item.name_vi} × {units}"[:200],
        name_en=f"{item.name_en} × {units}"[:200] if item.name_en else "",
        gtin=prefixes.carton(item.gtin, indicator),
        scheme=item.scheme,
        contains=item,
        units=units,
        net_weight_g=item.net_weight_g * units if item.net_weight_g else None,
        category_path=item.category_path,
    )
    _save_with_free_number(carton)
    audit.record(by, carton, "numbers.carton", after={"gtin": carton.gtin, "units": units})
    return carton


def _next(kind: Kind, holder: str, by: User | None, *, extension: int = 0) -> str:
    """The number a holder was given, else the next of the oldest open pool that has one.

    The pools are locked first, so two who ask at once for one holder get the same number.
    """
    open_pools = NumberPool.objects.filter(kind=kind, state=NumberPool.State.OPEN)
    pools = list(open_pools.select_for_update().order_by("pk"))
    given = GivenNumber.objects.filter(kind=kind, holder=holder).first()
    if given:
        return given.number
    for pool in pools:
        number = _count_up(pool, extension)
        if number:
            GivenNumber.objects.create(
                pool=pool,
                kind=kind,
                reference=pool.next_reference - 1,
                number=number,
                holder=holder,
                by_name=by.display_name if by else "",
            )
            return number
    raise NoneLeft(str(kind))


def _count_up(pool: NumberPool, extension: int) -> str:
    """The next free number of a pool, which counts it as given; empty when none is left."""
    while pool.left:
        reference, pool.next_reference = pool.next_reference, pool.next_reference + 1
        number = prefixes.number(pool.prefix, pool.kind, reference, extension=extension)
        if _is_free(pool.kind, number):
            pool.save(update_fields=["next_reference"])
            return number
    return ""


def _is_free(kind: str, number: str) -> bool:
    """Whether nothing bears a number somebody typed before the pool was known."""
    if kind == Kind.GTIN:
        return not TradeItem.objects.filter(gtin=number).exists()
    return kind != Kind.GLN or not Party.objects.filter(gln=number).exists()


def _save_with_free_number(item: TradeItem) -> None:
    """Write the item; ``NumberTaken`` when its number stands for another."""
    try:
        with transaction.atomic():
            item.save()
    except IntegrityError as error:
        raise NumberTaken(item.gtin) from error
