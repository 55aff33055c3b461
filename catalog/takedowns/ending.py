"""What time does to orders: those whose last day has passed end by themselves."""

from __future__ import annotations

import logging

from catalog.cooperatives import refusals as cooperative_refusals
from catalog.takedowns import ordering, queries, refusals

log = logging.getLogger(__name__)


def watch() -> int:
    """End every order that is over, each in its own transaction; answers how many. Runs twice.

    One that cannot end by itself (the cooperative was never checked, whoever ordered it has joined
    it) stays in force and waits on the desk's first page.
    """
    ended = 0
    for order in list(queries.over()):
        try:
            ordering.let_end(order.pk)
        except (refusals.Refused, cooperative_refusals.Refused) as refusal:
            log.warning("Order %s did not end by itself: %r", order.number, refusal)
        else:
            ended += 1
    return ended
