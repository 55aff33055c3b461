"""Places transfers on our bank accounts: by the code in their text, or by hand."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from marketplace.people.models import User
from marketplace.records import audit, clock
from payments import booking, incidents, ledger, memos
from payments.channels.base import Kind, Notice
from payments.channels.base import Result as Answer
from payments.models import Attempt, BankTransaction, Incident, Match, Payee
from payments.outcomes import Outcome

State = BankTransaction.State
MOST_SUGGESTIONS = 5
A_DAY = dt.timedelta(days=1)


class AlreadyPlaced(Exception):
    """The transfer has its place; a transfer is matched once at most."""


@transaction.atomic
def take(notice: Notice) -> Answer:
    """Store a transfer once and place it; ``UNKNOWN`` when its code is right and yet unknown.

    The code may belong to an attempt whose transaction is about to commit, so the provider is asked
    to tell again; staff see the transfer meanwhile.
    """
    row = _store(notice)
    if row.state not in (State.NEW, State.UNMATCHED):
        return Answer.TAKEN
    if row.is_outgoing:
        return _put(row, State.APART)
    if row.state == State.NEW and _is_copy(row):
        return _put(row, State.COPY)
    return _place(row, _codes(notice))


def _place(row: BankTransaction, found: list[str]) -> Answer:
    attempt = Attempt.objects.filter(memo=found[0]).first() if len(found) == 1 else None
    if attempt is not None:
        if attempt.show.get("account") != row.account:
            return _leave(row, "other_account")
        if _is_told_of(row, attempt):
            return _leave(row, "maybe_copy")
        _match(row, attempt, by=None)
        return Answer.TAKEN
    if not _is_ours(row.account):
        return _put(row, State.APART)
    if len(found) == 1:
        _leave(row, "unknown_code")
        return Answer.UNKNOWN
    return _leave(row, "several_codes" if found else "no_code")


def _is_told_of(row: BankTransaction, attempt: Attempt) -> bool:
    """Whether another source told of such a transfer that day, under another of the bank's numbers.

    It may be the same money, and paying it back would be a loss: staff decide.
    """
    near = (row.occurred_at - A_DAY, row.occurred_at + A_DAY)
    return (
        Match.objects.filter(attempt=attempt, bank_transaction__amount=row.amount)
        .filter(bank_transaction__occurred_at__range=near)
        .exclude(bank_transaction__source=row.source)
        .exists()
    )


@transaction.atomic
def match(transfer_id: int, attempt_id: int, *, by: User) -> Outcome:
    """Place an unmatched transfer by hand; ``AlreadyPlaced`` when another was quicker."""
    row = BankTransaction.objects.select_for_update().get(pk=transfer_id)
    if row.state != State.UNMATCHED:
        raise AlreadyPlaced(row.state)
    attempt = Attempt.objects.get(pk=attempt_id)
    outcome = _match(row, attempt, by=by)
    audit.record(by, row, "transfer.matched", after={"attempt": attempt.pk})
    return outcome


@transaction.atomic
def put_apart(transfer_id: int, note: str, *, is_copy: bool, by: User, provider: str = "") -> None:
    """Say that a waiting transfer pays nothing here: told twice, or money for something else.

    With ``provider`` it is what that provider paid out to us. Raises ``AlreadyPlaced`` when it
    waits no more.
    """
    row = BankTransaction.objects.select_for_update().get(pk=transfer_id)
    if row.state != State.UNMATCHED:
        raise AlreadyPlaced(row.state)
    _put(row, State.APART)
    ledger.put_apart(row, clock.now(), by, is_copy=is_copy, provider=provider)
    incidents.transfer_placed(row, note, by=by)
    audit.record(
        by,
        row,
        "transfer.put_apart",
        after={"note": note, "is_copy": is_copy, "provider": provider},
    )


def suggestions(row: BankTransaction) -> QuerySet[Attempt]:
    """Attempts an unmatched transfer may have been meant for: the cut code, or the same sum."""
    likely = Q(amount=row.amount, created_at__lte=row.recorded_at)
    for beginning in memos.beginnings(row.memo):
        likely |= Q(memo__startswith=beginning)
    waiting = Attempt.objects.filter(show__has_key="payload").exclude(state__in=Attempt.HOLDS_MONEY)
    return (
        waiting.filter(likely).select_related("invoice").order_by("-created_at")[:MOST_SUGGESTIONS]
    )


def _store(notice: Notice) -> BankTransaction:
    memo = " ".join(notice.memos[:1])
    row, _ = BankTransaction.objects.get_or_create(
        source=notice.provider,
        external_id=notice.external_id,
        defaults={
            "is_outgoing": notice.kind == Kind.BANK_OUT,
            "account": notice.account,
            "reference": notice.bank_reference,
            "amount": notice.amount,
            "memo": memo,
            "memo_normal": memos.normal(memo),
            "payer": notice.payer,
            "occurred_at": notice.occurred_at,
        },
    )
    return BankTransaction.objects.select_for_update().get(pk=row.pk)


def _is_ours(account: str) -> bool:
    own = str(getattr(settings, "VIETQR_ACCOUNT", ""))
    return account == own or Payee.objects.filter(bank_account=account).exists()


def _codes(notice: Notice) -> list[str]:
    """The codes in the first of the notice's texts that has any."""
    return next((found for text in notice.memos if (found := memos.codes(text))), [])


def fingerprint(account: str, reference: str, amount: int, at: dt.datetime) -> str:
    """What two sources say alike of one transfer; empty when the bank gave it no number."""
    if not reference:
        return ""
    facts = "|".join((account, reference, str(amount), clock.local_day(at).isoformat()))
    return hashlib.sha256(facts.encode()).hexdigest()


def _is_copy(row: BankTransaction) -> bool:
    """Whether another source told of this transfer: same account, reference, amount, local day.

    One source telling of it under two numbers is believed, since its numbers are its own promise;
    staff are asked to look.
    """
    row.fingerprint = fingerprint(row.account, row.reference, row.amount, row.occurred_at)
    try:
        with transaction.atomic():
            row.save(update_fields=("fingerprint",))
    except IntegrityError:
        first = BankTransaction.objects.get(fingerprint=row.fingerprint, same_as__isnull=True)
    else:
        return False
    row.same_as = first
    row.save(update_fields=("fingerprint", "same_as"))
    if row.source == first.source:
        incidents.look_at_transfer(row, "told_twice", kind=Incident.Kind.POSSIBLE_COPY)
    return row.source != first.source


def _put(row: BankTransaction, state: str) -> Answer:
    row.state = state
    row.save(update_fields=("state",))
    return Answer.TAKEN


def _leave(row: BankTransaction, reason: str) -> Answer:
    ledger.unplaced(row)
    incidents.look_at_transfer(row, reason)
    return _put(row, State.UNMATCHED)


def _match(row: BankTransaction, attempt: Attempt, *, by: User | None) -> Outcome:
    Match.objects.create(bank_transaction=row, attempt=attempt, by=by)
    _put(row, State.MATCHED)
    ledger.placed(row, clock.now(), by)
    incidents.transfer_placed(row, "matched", by=by)
    return booking.book(
        attempt.pk,
        booking.Result(
            provider=row.source,
            external_id=row.external_id,
            amount=row.amount,
            occurred_at=row.occurred_at,
            kind=Kind.BANK_IN,
        ),
    )
