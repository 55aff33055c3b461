"""The audit trail: who did what to which row, on whose behalf, from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet

from marketplace.people.models import User
from marketplace.records import requests
from marketplace.records.models import AuditEntry

SELLER = "catalog.cooperative"

_acting_for: ContextVar[str] = ContextVar("acting_for", default="")


@contextmanager
def acting_for(subject: Model) -> Iterator[None]:
    """Everything written down inside the block was done on behalf of ``subject``."""
    token = _acting_for.set(":".join(name_of(subject)))
    try:
        yield
    finally:
        _acting_for.reset(token)


def is_acting() -> bool:
    """Whether what is written down now is done on somebody's behalf."""
    return bool(_acting_for.get())


def name_of(subject: Model) -> tuple[str, str]:
    """The label and key under which a row is written down, e.g. ``("catalog.listing", "12")``."""
    return subject._meta.label_lower, str(subject.pk)


def record(
    by: User | AnonymousUser | None,
    subject: Model,
    what: str,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    on_behalf_of: Model | None = None,
) -> None:
    """Write down one deed in the caller's transaction; ``by=None`` is the market itself."""
    kind, key = name_of(subject)
    AuditEntry.objects.create(
        by=by if isinstance(by, User) else None,
        subject_type=kind,
        subject_id=key,
        what=what,
        before=before,
        after=after,
        on_behalf_of=":".join(name_of(on_behalf_of)) if on_behalf_of else _acting_for.get(),
        about=_about(subject),
        request_id=requests.current_id(),
    )


def of(subject: Model) -> QuerySet[AuditEntry]:
    """Everything written down about a row, newest first."""
    kind, key = name_of(subject)
    return AuditEntry.objects.filter(subject_type=kind, subject_id=key).select_related("by")


def _about(subject: Model) -> str:
    """The cooperative a row belongs to, as rows say themselves; nothing for a row of nobody's."""
    kind, key = name_of(subject)
    if kind != SELLER:
        key = str(getattr(subject, "cooperative_id", None) or "")
    return f"{SELLER}:{key}" if key else ""
