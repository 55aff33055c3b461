"""Opens a provider's own page for an attempt: called after the attempt is committed, no lock held.

A crash or a silence in between loses nothing: the attempt stays, opening it again asks under the
same reference, and the poller asks the provider what became of it.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction
from django.db.models import Q

from marketplace.records import clock
from payments import attempts, booking
from payments.channels import CHANNELS
from payments.channels.base import Answer, AskedBefore, ChannelError, ChannelOff, ClientSecret
from payments.models import Attempt

# Longer than a call may take: after it, whoever called is dead or was given no answer.
AT_IT = dt.timedelta(seconds=15)

logger = logging.getLogger("payments.opening")


def open_all(reference: str, *, address: str = "", language: str = "vi") -> None:
    """Open every page an invoice's buyer still waits for, unless somebody else is at it."""
    waiting = Attempt.objects.filter(invoice__reference=reference, state=Attempt.State.CREATED)
    for attempt in waiting.select_related("invoice", "payee"):
        if _mine(attempt.pk):
            _open(attempt, address, language)


def _mine(attempt_id: int) -> bool:
    """Whether nobody opens it now: a second press must not take the first one for a lost page."""
    now = clock.now()
    free = Q(polled_at__isnull=True) | Q(polled_at__lte=now - AT_IT)
    return bool(Attempt.objects.filter(free, pk=attempt_id).update(polled_at=now))


def _open(attempt: Attempt, address: str, language: str) -> None:
    asked = attempts.asked(attempt, address=address, language=language)
    try:
        answer = CHANNELS[attempt.channel].ask(asked)
    except AskedBefore:
        # An earlier call was heard and its answer lost. The buyer chooses anew; what is paid on
        # the lost page all the same is still found, and goes back when it is too much.
        booking.end(attempt.pk, Attempt.State.FAILED, "page_lost")
    except (ChannelError, ChannelOff) as error:
        logger.warning("%s does not open a page for %s: %s", attempt.channel, attempt.memo, error)
    else:
        _keep(attempt.pk, answer)


@transaction.atomic
def _keep(attempt_id: int, answer: Answer) -> None:
    """Write down where the page is, unless the attempt has ended meanwhile."""
    attempt = booking.locked(attempt_id)
    if attempt.state != Attempt.State.CREATED:
        return
    attempt.show, attempt.state = attempts.shown(answer), Attempt.State.PENDING
    if isinstance(answer, ClientSecret):
        attempt.provider_reference = answer.reference
    attempt.save(update_fields=("show", "state", "provider_reference"))
