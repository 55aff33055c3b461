"""What the records hear from the people's room below: letters wanted, deeds to write down."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group

from marketplace.people import signals
from marketplace.people.models import User
from marketplace.records import audit, outbox, requests


def connect() -> None:
    """Listen (called once, when all apps are loaded)."""
    signals.letter_wanted.connect(_post_letter, dispatch_uid="records.post_letter")
    signals.account_changed.connect(_write_down, dispatch_uid="records.write_down")
    signals.role_changed.connect(_role, dispatch_uid="records.role")


def _post_letter(
    sender: object,
    *,
    to: str,
    template: str,
    context: dict[str, Any],
    lang: str,
    key: str,
    **_: Any,
) -> None:
    """Put a letter about an account into the outbox, in the transaction that wants it."""
    outbox.post(
        "people.letter",
        key=key,
        letter=key,
        to=to,
        template=template,
        context=context,
        lang=lang,
    )


def _write_down(
    sender: object,
    *,
    user: User,
    what: str,
    by: User | None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    **_: Any,
) -> None:
    """Write a change of an account or a role down; by whoever is signed in when nobody is named."""
    audit.record(by or requests.current_user(), user, what, before=before, after=after)


def _role(
    sender: object,
    *,
    group: Group,
    what: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    **_: Any,
) -> None:
    """Write down that somebody changed what a role may do."""
    audit.record(requests.current_user(), group, what, before=before, after=after)
