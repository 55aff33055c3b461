"""What a table would change: found out by a trial run, shown, and kept in a signed ticket.

Nothing is stored between the trial and the taking over: the ticket holds what was planned and on
what it was built, so that whatever happens meanwhile is noticed by the verbs themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.cooperatives.models import Cooperative
from catalog.tables.refusals import AlreadyTaken, FileRefused, Problem, Stale
from marketplace.people.models import User
from marketplace.records import audit, tokens

Kind = Literal["stock", "listings"]
SALT = "catalog.tables"
KEPT_FOR = 2 * 60 * 60  # seconds between trial and taking over
# A form's field holds 200,000 characters (marketplace.records.inputs).
LONGEST_TICKET = 190_000
TAKEN = "table.taken_over"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one row, before and after."""

    name: str
    old: str
    new: str


@dataclass(slots=True)
class Step:
    """What happens to one thing: at which row it stands, what it is called, what changes."""

    row: int
    title: str
    differences: list[Difference] = field(default_factory=list)
    is_new: bool = False
    waits: bool = False  # for the department, instead of holding at once


@dataclass(slots=True)
class Plan:
    """What a file would do; ``content`` is what the verbs are given, as JSON."""

    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    content: list[Any] = field(default_factory=list)


def ticket(kind: Kind, plan: Plan, *, cooperative_id: int, by: User) -> str:
    """The signed plan; ``FileRefused`` when it is too long to be carried."""
    facts = {
        "kind": kind,
        "cooperative": cooperative_id,
        "by": by.pk,
        "once": tokens.fresh(),
        "content": plan.content,
    }
    signed = signing.dumps(facts, salt=SALT, compress=True)
    if len(signed) > LONGEST_TICKET:
        raise FileRefused(_("That is too much at once. Split the table."))
    return signed


def opened(signed: str, *, cooperative_id: int, by: User) -> dict[str, Any]:
    """What a ticket holds; ``Stale`` when it is old, torn, or somebody else's."""
    try:
        facts: dict[str, Any] = signing.loads(signed, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature as error:
        raise Stale(_("The trial run is too old. Send the file again.")) from error
    if (facts["cooperative"], facts["by"]) != (cooperative_id, by.pk):
        raise Stale(_("The trial run was made for another cooperative. Send the file again."))
    return facts


def begin(facts: dict[str, Any], *, by: User) -> None:
    """Write down that a ticket is taken over, once; ``AlreadyTaken`` the second time.

    Call it first in the transaction that takes over: it locks the cooperative, so that of two
    presses at once the second finds the first one's entry.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a table is taken over whole or not at all")
    key = facts["cooperative"]
    cooperative = Cooperative.objects.select_for_update(no_key=True).get(pk=key)
    if audit.of(cooperative).filter(what=TAKEN, after__once=facts["once"]).exists():
        raise AlreadyTaken(facts["once"])
    after = {"once": facts["once"], "kind": facts["kind"], "steps": len(facts["content"])}
    audit.record(by, cooperative, TAKEN, after=after)
