"""What a buyer asks for at checkout, checked and complete."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.communes.models import Commune
from catalog.promotions.reducing import Reduction
from catalog.shipping.quoting import Quote
from marketplace.people.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One checkout: who, where, by which lanes, paid how, agreed to what. Totals in đồng.

    ``remember`` are the cooperatives that may keep the buyer among their customers.
    """

    name: str
    phone: str
    commune: Commune
    street: str
    channel: str
    terms_version: str
    lanes: Mapping[int, str] = field(default_factory=dict)
    email: str = ""
    note: str = ""
    expected_total: int | None = None
    invoice: Mapping[str, Any] = field(default_factory=dict)
    language: str = "vi"
    remember: frozenset[int] = frozenset()
    user: User | None = None
    #: Who typed the order in for the buyer, if the buyer did not.
    placed_by: User | None = None
    idempotency_key: str | None = None
    request_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the buyer agreed to, as it stands: each cooperative's lane, and a voucher's share."""

    lanes: Mapping[int, Quote]
    reduction: Reduction | None = None

    @property
    def shipping(self) -> int:
        """All deliveries, in đồng."""
        return sum(lane.price for lane in self.lanes.values())

    @property
    def discount(self) -> int:
        """What a voucher takes off, in đồng."""
        return self.reduction.total if self.reduction is not None else 0
