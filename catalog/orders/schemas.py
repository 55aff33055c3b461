"""What apps read about orders. Money in đồng."""

import datetime as dt

from ninja import Schema
from pydantic import Field


class QrOut(Schema):
    """A transfer to make: as a QR code and in words."""

    payload: str
    image_svg: str
    bank_bin: str
    account: str
    account_name: str
    memo: str


class PaymentOut(Schema):
    """One asking for money; in the direct flow one per cooperative."""

    id: str
    cooperative_id: int | None
    channel: str
    amount: int
    received: int
    state: str
    expires_at: dt.datetime | None
    redirect_url: str | None = None
    qr: QrOut | None = None
    client_secret: str | None = None


class SellerOut(Schema):
    """Who sells."""

    id: int
    name: str
    slug: str


class SellerOrderOut(Schema):
    """One cooperative's part."""

    number: str
    cooperative: SellerOut
    status: str
    subtotal: int
    shipping: int
    discount: int = 0
    total: int = Field(description="As ordered.")
    lighter: int | None = Field(None, description="Off the total, if it was packed lighter.")


class HarvestOut(Schema):
    """The promised days of a harvest."""

    first: dt.date
    last: dt.date


class OrderLineOut(Schema):
    """One line as it was sold."""

    listing: int
    pack: int
    title: str
    quantity: int
    unit_price: int
    total: int
    packed_g: int | None = Field(None, description="By the scale, if it was packed lighter.")
    lighter: int | None = Field(None, description="Off the total, if it was packed lighter.")
    seller_order: str
    harvest: HarvestOut | None = Field(None, description="If it was ordered before its harvest.")


class StepOut(Schema):
    """Something that happened."""

    at: dt.datetime
    what: str
    cooperative_id: int | None = None


class VoucherOut(Schema):
    """The voucher an order used: what it took off, and who pays for that."""

    code: str
    title: str
    payer: str
    amount: int


class LotOut(Schema):
    """A lot that was packed, and the page that says where it grew."""

    code: str
    trace_url: str


class PhoneCodeOut(Schema):
    """A code was sent by text message to show whose phone it is."""

    proved: bool
    can_send_again: bool


class PhoneCodeIn(Schema):
    """The code of the text message."""

    code: str = Field(max_length=20)


class PlacedOut(Schema):
    """An order as checkout answers it."""

    number: str
    token: str
    status: str
    total: int
    expires_at: dt.datetime | None
    discount: int = 0
    voucher: VoucherOut | None = None
    seller_orders: list[SellerOrderOut]
    payments: list[PaymentOut]
    deposit: int | None = Field(None, description="Of the total, paid beforehand.")
    phone_code: PhoneCodeOut | None = Field(None, description="Of cash orders of new buyers.")


class OrderOut(PlacedOut):
    """An order with all that can be told."""

    lines: list[OrderLineOut]
    timeline: list[StepOut]
    lots: list[LotOut]


class ChannelIn(Schema):
    """Which way to pay."""

    channel: str = Field(max_length=12)
