"""Asks a buyer for money by one channel, and shows what was asked."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import IntegrityError, transaction

from marketplace.database.statements import Statement
from payments import banks, channels, invoicing, memos, pictures, queries, schedule
from payments.channels import CHANNELS
from payments.channels.base import (
    Account,
    Answer,
    Asked,
    Asks,
    ChannelOff,
    ClientSecret,
    Redirect,
    ShowQR,
)
from payments.invoicing import InvoiceClosed
from payments.models import Attempt, Invoice, Payee

MEMO_TRIES = 5

_BY_KEY = Statement(
    lambda key: Attempt.objects.filter(key=key).select_related("invoice", "payee"), "key"
)


class NothingToPay(Exception):
    """The invoice, or this part of it, is covered already."""


class UnknownChannel(Exception):
    """There is no such way to pay, or it is switched off."""


@transaction.atomic
def start(
    reference: str,
    channel: str,
    *,
    key: str,
    expires_at: dt.datetime | None,
    payee_key: str | None = None,
    back_url: str = "",
) -> Attempt:
    """Ask for what an invoice still lacks; the same ``key`` answers the same attempt.

    Where the provider makes a page of its own the attempt is only written down:
    ``opening.open_all`` asks for the page once this is committed, and the provider leads the buyer
    to ``back_url``.
    Raises ``UnknownChannel``, ``InvoiceClosed`` or ``NothingToPay``; nothing is written then.
    """
    asker = channels.usable(channel)
    if asker is None:
        raise UnknownChannel(channel)
    invoice = invoicing.lock(reference)
    if found := _BY_KEY.first(key):
        return found
    if invoice.state == Invoice.State.CLOSED:
        raise InvoiceClosed(reference)
    payee = Payee.objects.get(key=payee_key) if payee_key is not None else None
    amount = queries.missing(invoice, payee)
    if amount <= 0:
        raise NothingToPay(reference)
    attempt = Attempt(
        invoice=invoice,
        payee=payee,
        channel=channel,
        amount=amount,
        key=key,
        expires_at=expires_at,
        back_url=back_url,
    )
    _save_asked(attempt, asker)
    return attempt


def _save_asked(attempt: Attempt, asker: Asks) -> None:
    for tries_left in reversed(range(MEMO_TRIES)):
        attempt.memo = memos.fresh() if asker.needs_memo else ""
        if asker.opens_apart:
            attempt.next_poll_at = schedule.following(attempt, attempt.created_at)
        else:
            attempt.state = Attempt.State.PENDING
            ask(attempt)
        try:
            with transaction.atomic():
                attempt.save(force_insert=True)
        except IntegrityError:
            if not tries_left:
                raise
        else:
            return


def ask(attempt: Attempt) -> None:
    """Put into ``attempt.show`` what the buyer has to see for what is still missing."""
    attempt.show = shown(CHANNELS[attempt.channel].ask(asked(attempt)))


def asked(attempt: Attempt, *, address: str = "", language: str = "vi") -> Asked:
    """An attempt in the words of the channels."""
    return Asked(
        amount=attempt.amount - attempt.received,
        memo=attempt.memo,
        expires_at=attempt.expires_at,
        account=_account_of(attempt),
        asked_at=attempt.created_at,
        invoice=attempt.invoice.reference,
        back_url=attempt.back_url,
        address=address,
        language=language,
        provider_reference=attempt.provider_reference,
    )


def _account_of(attempt: Attempt) -> Account | None:
    payee = attempt.payee
    if payee is None or attempt.invoice.flow == Invoice.Flow.COLLECTED:
        return None
    if not payee.bank_account:
        raise ChannelOff(f"{payee} has no bank account")
    return Account(payee.bank_bin, payee.bank_account, payee.bank_account_name)


def shown(answer: Answer) -> dict[str, Any]:
    """What is kept of a channel's answer, for the pages."""
    if isinstance(answer, ShowQR):
        return {
            "payload": answer.payload,
            "bank_bin": answer.account.bank_bin,
            "bank": banks.name(answer.account.bank_bin),
            "account": answer.account.number,
            "account_name": answer.account.holder,
            "amount": answer.amount,
            "memo": answer.memo,
        }
    if isinstance(answer, Redirect):
        return {"redirect_url": answer.url}
    if isinstance(answer, ClientSecret):
        return {"client_secret": answer.secret}
    return {}


def presentation(attempt: Attempt) -> dict[str, Any]:
    """An attempt as the row of ``payments[]`` that the REST interface shows."""
    told: dict[str, Any] = {
        "id": attempt.public_id,
        "cooperative_id": _number(attempt.payee),
        "channel": attempt.channel,
        "amount": attempt.amount,
        "received": attempt.received,
        "state": attempt.state,
        "expires_at": attempt.expires_at.isoformat() if attempt.expires_at else None,
    }
    for name in ("redirect_url", "client_secret"):
        if name in attempt.show:
            told[name] = attempt.show[name]
    if "payload" in attempt.show:
        names = ("payload", "bank_bin", "account", "account_name", "memo")
        told["qr"] = {name: attempt.show[name] for name in names}
        told["qr"]["image_svg"] = pictures.svg(attempt.show["payload"])
    return told


def _number(payee: Payee | None) -> int | None:
    # The key's meaning is the caller's; outside, a payee is known by the number it ends with.
    tail = payee.key.rpartition("-")[2] if payee else ""
    return int(tail) if tail.isascii() and tail.isdigit() else None


def sandbox_link(attempt: Attempt) -> str:
    """Where the demonstration's bank app opens with this code; empty where there is none."""
    address = getattr(settings, "SANDBOX_URL", "")
    if not address or "payload" not in attempt.show:
        return ""
    return f"{address}/?payload={quote(attempt.show['payload'])}"
