"""What a voucher takes off goods and delivery as they stand now, shared among the cooperatives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from catalog.promotions.models import Voucher
from marketplace.records import clock, rules
from payments.splitting import by_largest_remainder


class Refusal(Enum):
    """Why a voucher takes nothing off."""

    NOT_YET = "not_yet"
    OVER = "over"
    USED_UP = "used_up"
    NOT_FOR_THESE = "not_for_these"
    TOO_LITTLE = "too_little"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Goods:
    """One line of goods: its key, its cooperative, its kind and what it costs."""

    line: int
    seller: int
    category: str
    total: int


@dataclass(frozen=True, slots=True)
class Share:
    """What is taken off one cooperative's part: by line, and off its delivery."""

    lines: Mapping[int, int]
    shipping: int = 0

    @property
    def goods(self) -> int:
        """What is taken off its goods."""
        return sum(self.lines.values())

    @property
    def total(self) -> int:
        """All that is taken off."""
        return self.goods + self.shipping


@dataclass(frozen=True, slots=True)
class Reduction:
    """A voucher with what it takes off, or with why it takes off nothing."""

    voucher: Voucher
    shares: Mapping[int, Share] = field(default_factory=dict)
    refused: Refusal | None = None

    @property
    def total(self) -> int:
        """What the buyer saves."""
        return sum(share.total for share in self.shares.values())

    def of(self, seller: int) -> Share:
        """The share of one cooperative; an empty one for those it is not for."""
        return self.shares.get(seller, Share({}))


def worked_out(
    voucher: Voucher, goods: Sequence[Goods], shipping: Mapping[int, int] | None
) -> Reduction:
    """What the voucher takes off. ``shipping`` is each delivery's price, if known already.

    The sum is shared by largest remainder first among the cooperatives whose goods it is for,
    then among the lines of each. Goods of anybody else are never touched.
    """
    fitting = [one for one in goods if _fits(voucher, one)]
    if refused := _refusal(voucher, fitting):
        return Reduction(voucher, refused=refused)
    deliveries = {one.seller: (shipping or {}).get(one.seller, 0) for one in fitting}
    everything = sum(one.total for one in goods) + sum((shipping or {}).values())
    most = everything - rules.number("voucher.least_to_pay")
    if voucher.kind == Voucher.Kind.SHIPPING:
        amount = max(0, min(voucher.amount, sum(deliveries.values()), most))
        shared = by_largest_remainder(amount, deliveries)
        return Reduction(voucher, {key: Share({}, off) for key, off in shared.items() if off})
    return Reduction(voucher, _off_goods(max(0, min(_wanted(voucher, fitting), most)), fitting))


def _fits(voucher: Voucher, one: Goods) -> bool:
    """Whether the voucher is for this line."""
    if voucher.cooperative_id is not None and voucher.cooperative_id != one.seller:
        return False
    path = voucher.category.path if voucher.category is not None else ""
    return not path or one.category == path or one.category.startswith(f"{path}/")


def _refusal(voucher: Voucher, fitting: Sequence[Goods]) -> Refusal | None:
    """Why nothing is taken off."""
    now = clock.now()
    if voucher.stopped_at is not None or voucher.ends_at <= now:
        return Refusal.OVER
    if voucher.starts_at > now:
        return Refusal.NOT_YET
    if not voucher.left:
        return Refusal.USED_UP
    if not fitting:
        return Refusal.NOT_FOR_THESE
    return Refusal.TOO_LITTLE if sum(x.total for x in fitting) < voucher.min_goods else None


def _wanted(voucher: Voucher, fitting: Sequence[Goods]) -> int:
    """What it would take off the goods: whole đồng, never more than they cost."""
    goods = sum(one.total for one in fitting)
    share = goods * voucher.percent // 100 if voucher.percent else voucher.amount
    return min(share, voucher.amount, goods)


def _off_goods(amount: int, fitting: Sequence[Goods]) -> dict[int, Share]:
    """The amount shared among the cooperatives, and within each among its lines."""
    sellers: dict[int, dict[int, int]] = {}
    for one in fitting:
        sellers.setdefault(one.seller, {})[one.line] = one.total
    weights = {seller: sum(lines.values()) for seller, lines in sellers.items()}
    shared = by_largest_remainder(amount, weights)
    return {
        seller: Share(by_largest_remainder(off, sellers[seller]))
        for seller, off in shared.items()
        if off
    }
