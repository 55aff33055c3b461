"""What every way to pay can do, in plain values: channels know no models and no shop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from django.http import HttpResponse
from django.utils.functional import Promise

Words = str | Promise


class BadSignature(Exception):
    """The message is not from the provider it names, or is too old to be believed."""


class BadNotice(Exception):
    """The message is signed rightly and still cannot be read; the text says what is wrong."""


class ChannelOff(Exception):
    """The channel has no account or no secret: it asks nothing and believes nothing."""


class AskedBefore(Exception):
    """The provider has this reference already and does not show its page a second time."""


class ChannelError(Exception):
    """A call to a provider failed; ``retry`` says whether trying again can help."""

    def __init__(self, reason: str, *, retry: bool) -> None:
        """Keep the reason for the log."""
        super().__init__(reason)
        self.retry = retry


@dataclass(frozen=True)
class RawRequest:
    """A message as it came: the bytes nobody has parsed, and when they came (UTC)."""

    body: bytes
    headers: Mapping[str, str]
    received_at: dt.datetime
    query: str = ""

    def header(self, name: str) -> str:
        """One header's value, empty when it was not sent."""
        return self.headers.get(name.lower(), "")


class Kind(StrEnum):
    """What a notice says has happened."""

    AUTHORIZED = "authorized"
    CAPTURED = "captured"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    HELD = "held"  # money taken, and suspected of fraud: nothing is sent before it is cleared
    PENDING = "pending"  # nothing is decided yet
    DISPUTED = "disputed"
    BANK_IN = "bank_in"
    BANK_OUT = "bank_out"


@dataclass(frozen=True)
class Notice:
    """One thing a provider says has happened, in whole đồng; unique by provider, id and kind."""

    provider: str
    external_id: str
    kind: Kind
    amount: int
    occurred_at: dt.datetime
    currency: str = "VND"
    reference: str = ""  # the attempt's code, where the provider carries it
    merchant: str = ""  # whom the provider says the money is for
    reason: str = ""  # why it failed, in a word of ours (``payments.wording``)
    account: str = ""  # the bank's words, for transfers
    bank_reference: str = ""
    memos: tuple[str, ...] = field(default=())
    payer: str = ""


class Unknown:
    """The provider cannot say; nothing may be concluded from it."""


@dataclass(frozen=True)
class Account:
    """Where money goes: the bank's BIN, the number and the holder's name."""

    bank_bin: str
    number: str
    holder: str


@dataclass(frozen=True)
class Asked:
    """What the buyer is asked for: whole đồng, under which code, until when, to which account."""

    amount: int
    memo: str
    expires_at: dt.datetime | None
    account: Account | None = None  # None: the platform's own
    asked_at: dt.datetime | None = None
    invoice: str = ""  # the reference the buyer knows
    back_url: str = ""  # where the provider leads the buyer afterwards
    address: str = ""  # the buyer's internet address, for providers that insist
    language: str = "vi"
    provider_reference: str = ""  # what the provider calls it, once it was asked


@dataclass(frozen=True)
class ShowQR:
    """Show this VietQR code, and the same facts in words."""

    payload: str
    account: Account
    amount: int
    memo: str


@dataclass(frozen=True)
class Redirect:
    """Send the buyer to the provider's own page."""

    url: str


@dataclass(frozen=True)
class ClientSecret:
    """Give this to the provider's script on our page."""

    secret: str
    reference: str = ""  # what the provider calls it


@dataclass(frozen=True)
class Nothing:
    """Nothing to show: the money comes later, by hand."""


Answer = ShowQR | Redirect | ClientSecret | Nothing


class Result(StrEnum):
    """What became of a message, as far as the provider needs to know."""

    TAKEN = "taken"  # stored and dealt with
    AGAIN = "again"  # dealt with on an earlier day
    OTHER_SUM = "other_sum"  # another amount than was asked: staff look at it, nothing is booked
    UNKNOWN = "unknown"  # a reference nobody knows yet: the provider is to tell again
    TRY_AGAIN = "try_again"  # our fault
    FORGED = "forged"
    UNREADABLE = "unreadable"


class RefundAnswer(StrEnum):
    """What a provider says to a refund."""

    BY_HAND = "by_hand"  # the provider cannot send money back: staff do, by bank transfer
    ACCEPTED = "accepted"
    DONE = "done"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class RefundAsked:
    """Money to send back: whole đồng, of which payment, and the key that makes it one refund.

    ``key`` is of letters and digits, at most 25; asking twice under it never sends twice.
    """

    amount: int
    key: str
    asked: Asked  # the payment as it was asked for
    paid: int  # what came by it
    transaction: str  # what the provider calls the payment that came
    requested_at: dt.datetime
    by: str = "staff"


class Asks(Protocol):
    """A way to pay as the buyer meets it."""

    code: str
    name: Words
    confirms_at_once: bool  # the order stands before any money came (cash on delivery)
    needs_memo: bool  # the money is recognised by a code of ours
    opens_apart: bool  # the provider makes a page for it: asked after the order is committed
    pays_payees: bool  # money can go to each payee's own account (the direct flow)

    @property
    def limits(self) -> tuple[int, int]:
        """The least and the most đồng it takes at once."""
        ...

    def is_on(self) -> bool:
        """Whether its settings are complete."""
        ...

    def ask(self, asked: Asked) -> Answer:
        """What to show the buyer; ``ChannelOff`` without settings.

        Raises ``AskedBefore``, or ``ChannelError`` when the provider does not answer as it should.
        """
        ...

    def look_up(self, asked: Asked) -> Notice | Unknown:
        """What the provider says about it now."""
        ...

    def refund(self, refund: RefundAsked) -> RefundAnswer:
        """Send money back."""
        ...

    def look_up_refund(self, refund: RefundAsked) -> RefundAnswer:
        """What became of a refund."""
        ...


class Hears(Protocol):
    """Who tells us of money by messages to our address."""

    code: str

    def is_on(self) -> bool:
        """Whether it has a secret to check messages with."""
        ...

    def read(self, raw: RawRequest) -> list[Notice]:
        """What a message says; ``BadSignature`` over the raw bytes comes before any parsing."""
        ...

    def answer(self, result: Result) -> HttpResponse:
        """The exact bytes this provider wants."""
        ...


class Confirms(Protocol):
    """A provider that holds money until we take it or let it go."""

    def confirm(self, asked: Asked, *, take: bool) -> Notice | Unknown:
        """Take the money that is held, or let it go; asked twice it is done once."""
        ...


class Channel(Asks, Hears, Protocol):
    """A provider that both asks and tells, such as a wallet with its own page."""

    def merchant(self) -> str:
        """Who we are to the provider."""
        ...
