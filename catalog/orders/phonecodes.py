"""Cash orders of people we do not know: a code by text message shows that the phone is theirs.

Until it was typed a cooperative takes such an order only when it says that it has called. Whoever
had a parcel delivered to the number, typed a code for it before, or signed in with it, is known.
"""

from __future__ import annotations

import datetime as dt
import enum
import secrets

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac
from oscar.apps.order.models import Order

from catalog.orders.models import Placement, SellerOrder
from catalog.orders.refusals import NotProved
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules

DIGITS = 6
MOST_TRIES = 5  # for each code that was sent
MOST_SENT = 3
PAUSE = dt.timedelta(seconds=60)  # between two codes
AN_HOUR = dt.timedelta(hours=1)
MOST_AN_HOUR = 5  # orders whose codes one number is sent


class PhoneCode(models.Model):
    """The code of one order, and how it was shown that the phone is the buyer's."""

    class How(models.TextChoices):
        """What showed it."""

        CODE = "code"
        CALL = "call"  # the cooperative has called the number

    placement = models.OneToOneField(
        Placement, models.PROTECT, primary_key=True, related_name="phone_code"
    )
    code_hash = models.CharField(max_length=64)
    sent = models.PositiveSmallIntegerField(default=1)
    sent_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0, help_text="wrong ones, of this code")
    how = models.CharField(max_length=4, choices=How, blank=True)
    proved_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(how="", proved_at__isnull=True)
                | Q(how__in=("code", "call"), proved_at__isnull=False),
                name="phone_code_is_proved_somehow",
            ),
            models.CheckConstraint(
                condition=~Q(how="call") | Q(by__isnull=False), name="phone_code_call_has_a_caller"
            ),
            models.CheckConstraint(
                condition=Q(tries__lte=MOST_TRIES, sent__gte=1, sent__lte=MOST_SENT),
                name="phone_code_is_not_guessed",
            ),
        )

    def __str__(self) -> str:
        """Whose, and whether it is proved."""
        return f"{self.placement_id} {self.how or 'open'}"

    @property
    def is_proved(self) -> bool:
        """Whether somebody has shown that the phone is the buyer's."""
        return self.proved_at is not None

    @property
    def may_be_sent_again(self) -> bool:
        """Whether one more code may be sent at all; ``PAUSE`` has to go by first."""
        return not self.is_proved and self.sent < MOST_SENT


class Answer(enum.Enum):
    """What became of a code that was typed."""

    RIGHT = "right"
    WRONG = "wrong"
    USED_UP = "used_up"  # too many wrong ones: another code has to be sent


class TooSoon(Exception):
    """A code was sent a moment ago, or there have been enough."""


def of(placement: Placement) -> PhoneCode | None:
    """The code of an order, if one was asked for."""
    return PhoneCode.objects.filter(placement=placement).first()


def begin(placement: Placement, total: int, user: User | None) -> None:
    """Send a code to the phone of a new cash order (đồng) if its buyer is not known yet."""
    if user is not None and user.phone == placement.phone and user.phone_verified_at is not None:
        return
    if total <= rules.number("cod.code_above") and _is_known(placement):
        return
    row = PhoneCode(placement=placement, sent_at=clock.now())
    if _is_pestered(placement.phone):
        row.sent = MOST_SENT  # none is sent: the cooperative calls
    else:
        _send(row)
    row.save(force_insert=True)


@transaction.atomic
def send_again(number: str) -> PhoneCode:
    """Send another code in place of the last one; ``TooSoon`` or ``PhoneCode.DoesNotExist``."""
    row = _locked(number)
    if not row.may_be_sent_again or row.sent_at + PAUSE > clock.now():
        raise TooSoon(number)
    row.sent, row.sent_at, row.tries = row.sent + 1, clock.now(), 0
    _send(row)
    row.save()
    return row


@transaction.atomic
def prove(number: str, code: str) -> Answer:
    """Compare what the buyer typed; every wrong one counts. ``PhoneCode.DoesNotExist`` if none.

    What is proved stays proved, whatever is typed later.
    """
    row = _locked(number)
    if row.is_proved:
        return Answer.RIGHT
    if row.tries >= MOST_TRIES:
        return Answer.USED_UP
    if not constant_time_compare(row.code_hash, _hash(row, code)):
        row.tries += 1
        row.save(update_fields=("tries",))
        return Answer.WRONG if row.tries < MOST_TRIES else Answer.USED_UP
    _note(row, PhoneCode.How.CODE, None)
    return Answer.RIGHT


def let_through(order: Order, *, called: bool, by: User) -> None:
    """Let a cooperative take an order whose phone is proved, or whose buyer it has ``called``.

    The caller has locked the order. Raises ``NotProved``.
    """
    row = PhoneCode.objects.select_for_update().filter(placement=order.pk).first()
    if row is None or row.is_proved:
        return
    if not called:
        raise NotProved(order.number)
    _note(row, PhoneCode.How.CALL, by)


def is_open(placement: Placement) -> bool:
    """Whether a code was asked for, and nobody has proved the phone yet."""
    row = getattr(placement, "phone_code", None)
    return row is not None and not row.is_proved


def _is_known(placement: Placement) -> bool:
    if not rules.number("cod.code_first"):
        return True
    others = Placement.objects.filter(phone=placement.phone).exclude(pk=placement.pk)
    had = Q(order__seller_orders__state=SellerOrder.State.DELIVERED)
    typed = Q(phone_code__how=PhoneCode.How.CODE)
    return others.filter(had | typed).exists()


def _is_pestered(phone: str) -> bool:
    """Whether a number was sent so many codes lately that somebody else may be ordering for it."""
    rows = PhoneCode.objects.filter(placement__phone=phone, sent_at__gte=clock.now() - AN_HOUR)
    return rows.count() >= MOST_AN_HOUR


def _send(row: PhoneCode) -> None:
    """Make a code, keep its hash, and have it sent."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    row.code_hash = _hash(row, code)
    key = f"{row.placement_id}-{row.sent}"
    outbox.post("order.phone_code", key=key, order=row.placement_id, code=code, letter=key)


def _hash(row: PhoneCode, code: str) -> str:
    return salted_hmac("order.phone_code", f"{row.placement_id}:{code}").hexdigest()


def _locked(number: str) -> PhoneCode:
    rows = PhoneCode.objects.select_for_update(of=("self",)).select_related("placement__order")
    return rows.get(placement__order__number=number)


def _note(row: PhoneCode, how: str, by: User | None) -> None:
    row.how, row.proved_at, row.by = how, clock.now(), by
    row.save(update_fields=("how", "proved_at", "by"))
    audit.record(by, row.placement.order, "order.phone_proved", after={"how": how})
