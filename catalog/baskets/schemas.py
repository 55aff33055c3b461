"""What apps send and read about baskets."""

import datetime as dt
from typing import Annotated

from ninja import Schema
from pydantic import Field, StrictInt

from catalog.baskets.filling import MOST_UNITS

Units = Annotated[StrictInt, Field(ge=1, le=MOST_UNITS)]
Key = Annotated[StrictInt, Field(ge=1, lt=2**63)]


class LineIn(Schema):
    """Something to put in: without a pack the cheapest that can be bought."""

    listing: Key
    pack: Key | None = None
    quantity: Units


class QuantityIn(Schema):
    """How many."""

    quantity: Units


class HarvestOut(Schema):
    """The days of the coming harvest a line is ordered from; left out for goods that are there."""

    first: dt.date
    last: dt.date


class LineOut(Schema):
    """One line; đồng."""

    id: int
    listing: int
    pack: int
    title: str
    quantity: int
    unit_price: int
    total: int
    harvest: HarvestOut | None = None


class SellerOut(Schema):
    """Who sells."""

    id: int
    name: str
    slug: str


class LaneOut(Schema):
    """A way to send the parcel: ``price`` once the commune is known, ``from_price`` before."""

    lane: str
    name: str
    price: int | None = None
    from_price: int | None = None
    arrives_from: dt.date
    arrives_to: dt.date


class GroupOut(Schema):
    """One cooperative's parcel."""

    cooperative: SellerOut
    lines: list[LineOut]
    subtotal: int
    discount: int = 0
    shipping: list[LaneOut]


class CodeIn(Schema):
    """A voucher's code as a buyer types it."""

    code: Annotated[str, Field(min_length=1, max_length=40)]


class VoucherOut(Schema):
    """A voucher typed in: what it takes off and who pays, or why it takes off nothing."""

    code: str
    title: str
    payer: str
    amount: int
    refused: str | None = None


class BasketOut(Schema):
    """The whole basket; ``token`` only in the answer that makes it."""

    id: str
    token: str | None = None
    terms_version: str
    lines: list[LineOut]
    groups: list[GroupOut]
    subtotal: int
    discount: int = 0
    voucher: VoucherOut | None = None
