"""Entries of the audit trail as people read them: names instead of keys, from what to what."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from oscar.apps.order.models import Order

from catalog.cooperatives.models import Cooperative
from catalog.deeds.facts import FACTS, MONEY, VALUES
from catalog.deeds.words import DEEDS, SUBJECTS
from catalog.listings.models import ListingText, Pack
from catalog.orders.models import SellerOrder
from marketplace.design import formats
from marketplace.people.models import User
from marketplace.records import audit
from marketplace.records.models import AuditEntry

_PEOPLE = ("user", "user_id", "helper_id", "by_id", "decided_by_id", "checked_by_id")
Keys = Iterable[str]
Names = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One fact: what it is called, and how it was and is; empty where there was nothing."""

    label: str
    before: str
    after: str


def _people(keys: Keys) -> dict[str, str]:
    found = User.objects.filter(pk__in=list(keys))
    return {str(user.pk): user.display_name for user in found}


def _sellers(keys: Keys) -> dict[str, str]:
    found = Cooperative.objects.filter(pk__in=list(keys)).values_list("pk", "name")
    return {str(key): name for key, name in found}


def _listings(keys: Keys) -> dict[str, str]:
    found = ListingText.objects.filter(listing__in=list(keys), language="vi")
    return {str(key): title for key, title in found.values_list("listing", "title")}


def _packs(keys: Keys) -> dict[str, str]:
    found = Pack.objects.filter(pk__in=list(keys)).values_list("pk", "item__name_vi")
    return {str(key): name for key, name in found}


def _orders(keys: Keys) -> dict[str, str]:
    found = Order.objects.filter(pk__in=list(keys)).values_list("pk", "number")
    return {str(key): number for key, number in found}


def _parcels(keys: Keys) -> dict[str, str]:
    found = SellerOrder.objects.filter(pk__in=list(keys)).values_list("pk", "number")
    return {str(key): number for key, number in found}


_NAMED: dict[str, Callable[[Keys], dict[str, str]]] = {
    "people.user": _people,
    audit.SELLER: _sellers,
    "catalog.listing": _listings,
    "catalog.pack": _packs,
    "order.order": _orders,
    "catalog.sellerorder": _parcels,
}


def names(entries: Sequence[AuditEntry]) -> Names:
    """What the rows of a page are called: one query for each kind there is."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        wanted[entry.subject_type].add(entry.subject_id)
        for other in (entry.on_behalf_of, entry.about):
            kind, _colon, key = other.partition(":")
            wanted[kind].add(key)
        for facts in (entry.before or {}, entry.after or {}):
            wanted["people.user"] |= {str(facts[name]) for name in _PEOPLE if name in facts}
    return {
        (kind, key): name
        for kind, look_up in _NAMED.items()
        if wanted[kind]
        for key, name in look_up({key for key in wanted[kind] if key.isdigit()}).items()
    }


def row(entry: AuditEntry, known: Names) -> dict[str, Any]:
    """One entry as the page shows it."""
    return {
        "key": entry.pk,
        "at": entry.at,
        "who": who(entry),
        "for_whom": _called(entry.on_behalf_of, known),
        "deed": deed(entry),
        "code": entry.what,
        "kind": kind(entry),
        "subject": _called(f"{entry.subject_type}:{entry.subject_id}", known),
        "subject_key": f"{entry.subject_type}:{entry.subject_id}",
        "about": _called(entry.about, known) if _adds(entry) else "",
        "changes": list(changes(entry, known)),
        "request_id": entry.request_id,
    }


def who(entry: AuditEntry) -> str:
    """Who did it; the market itself is nobody in particular."""
    return entry.by.display_name if entry.by else _("the market itself")


def deed(entry: AuditEntry) -> str:
    """What was done, in words; a deed nobody described keeps its short name."""
    return str(DEEDS.get(entry.what, entry.what))


def kind(entry: AuditEntry) -> str:
    """What kind of thing it was done to."""
    return str(SUBJECTS.get(entry.subject_type, entry.subject_type))


def changes(entry: AuditEntry, known: Names) -> Iterator[Change]:
    """From what to what, fact by fact; what stayed the same is left out."""
    before, after = entry.before or {}, entry.after or {}
    for name in dict.fromkeys((*before, *after)):
        was, became = before.get(name), after.get(name)
        if was != became:
            label = str(FACTS.get(name, name))
            yield Change(label, _said(name, was, known), _said(name, became, known))


def cells(entry: AuditEntry, known: Names) -> list[str]:
    """One entry as a row of a spreadsheet; numbers and names side by side."""
    told = list(changes(entry, known))
    return [
        str(entry.pk),
        f"{formats.local(entry.at):%Y-%m-%d %H:%M:%S}",
        who(entry),
        str(entry.by_id or ""),
        _called(entry.on_behalf_of, known),
        entry.what,
        deed(entry),
        kind(entry),
        f"{entry.subject_type}:{entry.subject_id}",
        _called(f"{entry.subject_type}:{entry.subject_id}", known),
        _called(entry.about, known),
        "; ".join(f"{one.label}: {one.before}" for one in told if one.before),
        "; ".join(f"{one.label}: {one.after}" for one in told if one.after),
        entry.request_id,
    ]


def heads() -> list[str]:
    """What the columns of the spreadsheet are called."""
    return [
        _("Number"),
        _("Time (Vietnam)"),
        _("Who"),
        _("Key of the person"),
        _("On behalf of"),
        _("Short name"),
        _("What was done"),
        _("To what"),
        _("Key"),
        _("Name"),
        _("Cooperative"),
        _("Before"),
        _("After"),
        _("Request"),
    ]


def _called(subject: str, known: Names) -> str:
    """The name of a row, else its kind and key."""
    kind, _colon, key = subject.partition(":")
    if not kind:
        return ""
    return known.get((kind, key)) or f"{SUBJECTS.get(kind, kind)} {key}"


def _adds(entry: AuditEntry) -> bool:
    """Whether naming the cooperative says more than the subject does."""
    return entry.about not in ("", f"{entry.subject_type}:{entry.subject_id}", entry.on_behalf_of)


def _said(name: str, value: Any, known: Names) -> str:
    """A value as people write it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name in MONEY and isinstance(value, int):
        return formats.dong(value)
    if name in _PEOPLE:
        return known.get(("people.user", str(value))) or str(value)
    return _plainly(name, value, known)


def _plainly(name: str, value: Any, known: Names) -> str:
    """A value that is no money, person or yes: a list, a structure, or a word."""
    if isinstance(value, list):
        return ", ".join(_said(name, one, known) for one in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(VALUES.get(value, value)) if isinstance(value, str) else str(value)
