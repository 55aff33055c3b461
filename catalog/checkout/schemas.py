"""What apps send to place an order."""

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field, StrictInt, StringConstraints

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

SellerKey = Annotated[str, Field(pattern="^[0-9]{1,18}$")]
LaneCode = Annotated[str, Field(max_length=20)]


class ContactIn(Schema):
    """Who receives."""

    name: Annotated[Word, Field(max_length=120)]
    phone: Annotated[Word, Field(max_length=30)]
    email: Annotated[str, Field(max_length=254)] = ""


class AddressIn(Schema):
    """Where: codes, or a commune's name of today or before."""

    province: Annotated[str, Field(pattern="^[0-9]{2}$")]
    commune: Annotated[Word, Field(max_length=120)]
    street: Annotated[Word, Field(max_length=200)]
    note: Annotated[str, Field(max_length=300)] = ""


class ConsentIn(Schema):
    """The version of the terms the buyer has agreed to."""

    terms_version: Annotated[Word, Field(max_length=20)]


class InvoiceIn(Schema):
    """For whom the cooperatives shall write their tax invoices."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[Word, Field(max_length=200)]
    tax_code: Annotated[str, Field(max_length=14)] = ""
    address: Annotated[str, Field(max_length=300)] = ""
    email: Annotated[str, Field(max_length=254)] = ""


class CheckoutIn(Schema):
    """A whole checkout; what else is sent along is ignored."""

    contact: ContactIn
    address: AddressIn
    shipping: dict[SellerKey, LaneCode] = Field(default_factory=dict)
    channel: Annotated[Word, Field(max_length=12)]
    consent: ConsentIn
    expected_total: Annotated[StrictInt, Field(ge=0)] | None = None
    invoice: InvoiceIn | None = None
    remember: list[SellerKey] = Field(default_factory=list, max_length=50)
