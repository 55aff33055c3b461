"""What is asked about sessions and complaints."""

import datetime as dt
import uuid

from django.db.models import QuerySet

from cms.live.models import LiveItem, LivePin, LiveReport, LiveSession
from marketplace.records import clock


def by_page(page_key: uuid.UUID) -> LiveSession | None:
    """The session of a page."""
    return LiveSession.objects.filter(page_key=page_key).first()


def items(session: LiveSession) -> list[LiveItem]:
    """The shelf of a session with its listings, in order."""
    return list(session.items.select_related("listing__cooperative"))


def pinned(session: LiveSession) -> LivePin | None:
    """What is shown now."""
    return session.pins.filter(ended_at__isnull=True).first()


def coming() -> QuerySet[LiveSession]:
    """Sessions that run, or begin in the next two weeks; the first first."""
    until = clock.now() + dt.timedelta(days=14)
    open_states = (LiveSession.State.SCHEDULED, LiveSession.State.LIVE)
    return LiveSession.objects.filter(state__in=open_states, planned_start__lte=until).order_by(
        "planned_start", "pk"
    )


def of_cooperatives(cooperative_ids: list[int]) -> QuerySet[LiveSession]:
    """Sessions somebody of these cooperatives speaks in, the newest first."""
    return LiveSession.objects.filter(hosts__cooperative__in=cooperative_ids).distinct()


def open_reports() -> QuerySet[LiveReport]:
    """Complaints without an answer, the most urgent first."""
    return LiveReport.objects.filter(answered_at__isnull=True).select_related("session")
