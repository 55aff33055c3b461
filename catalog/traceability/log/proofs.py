"""Proofs from the stored tree, and the document a reader checks at home."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import verify
from catalog.traceability.log import growing, keys, shape
from catalog.traceability.log.models import AuthorKey, Entry, TreeHead


class NotYetLogged(LookupError):
    """An event waits for its place in the tree; a minute later it has one."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a proof shows it, with the private values this reader may see."""

    event_id: str
    document: Mapping[str, Any]
    openings: Sequence[Mapping[str, str]] = field(default=())


def head(size: int | None = None) -> TreeHead | None:
    """The latest signed head, or the latest of ``size`` entries."""
    heads = TreeHead.objects.order_by("-pk")
    return (heads if size is None else heads.filter(size=size)).first()


def _witnessed(index: int) -> TreeHead | None:
    """The latest head a witness vouches for that covers the entry at ``index``."""
    heads = TreeHead.objects.filter(size__gt=index, cosignatures__isnull=False)
    return heads.order_by("-pk").first()


def checkpoint(of: TreeHead) -> str:
    """The note of a head with the lines of its witnesses."""
    lines = of.cosignatures.order_by("pk").values_list("line", flat=True)
    return of.note + "".join(lines)


def inclusion(index: int, size: int) -> list[bytes]:
    """The path from an entry to the root of the tree as it was with ``size`` entries."""
    return _hashes(shape.inclusion(index, size))


def consistency(first: int, second: int) -> list[bytes]:
    """The path that shows the tree of ``second`` entries to begin with that of ``first``."""
    return _hashes(shape.consistency(first, second))


def root(size: int) -> bytes:
    """The root of the tree as it was with ``size`` entries."""
    return _hashes([(0, size)])[0]


def _hashes(ranges: Sequence[shape.Range]) -> list[bytes]:
    """The hash over each range of leaves; all rows in one query."""
    places = [shape.parts(start, end) for start, end in ranges]
    known = growing.stored([place for part in places for place in part])
    return [shape.root([known[place] for place in part]) for part in places]


def proof_of(told: Sequence[Told]) -> dict[str, Any]:
    """The document ``proof.json``; write it with ``verify.canonical`` and in no other way.

    ``NotYetLogged`` while one of the events waits; ``LogIsOff`` without the province's key.
    """
    log, entries = keys.verifier(), _entries(told)
    last = max((entry.index or 0 for entry in entries), default=0)
    latest = _witnessed(last) or head()
    if latest is None or latest.size <= last:
        raise NotYetLogged
    used = {entry.key_id for entry in entries if entry.key_id}
    authors = list(AuthorKey.objects.filter(pk__in=used).order_by("pk"))
    paths = [shape.inclusion(entry.index or 0, latest.size) for entry in entries]
    hashes = iter(_hashes([span for path in paths for span in path]))
    body = {
        "format": verify.FORMAT,
        "log": str(log),
        "checkpoint": checkpoint(latest),
        "keys": [author.certificate for author in authors],
        "revocations": [author.revocation for author in authors if author.revocation],
        "entries": [
            {
                "event": one.document,
                "openings": [dict(opening) for opening in one.openings],
                "leaf": entry.leaf,
                "index": entry.index,
                "path": [base64.b64encode(next(hashes)).decode() for _ in path],
            }
            for one, entry, path in zip(told, entries, paths, strict=True)
        ],
    }
    return {**body, "seal": keys.signature_line(verify.seal_text(body, log.name))}


def _entries(told: Sequence[Told]) -> list[Entry]:
    """The entry of each event, with its place in the tree; ``NotYetLogged`` when one has none."""
    rows = Entry.objects.filter(
        event_id__in=[one.event_id for one in told], index__isnull=False
    ).order_by("index")
    found = {(entry.event_id, entry.document): entry for entry in rows}
    by_hash = {entry.event_id: entry for entry in rows if not entry.document}
    entries = []
    for one in told:
        digest = verify.document_digest(one.document)
        entry = found.get((one.event_id, digest)) or by_hash.get(one.event_id)
        if entry is None:
            raise NotYetLogged(one.event_id)
        entries.append(entry)
    return entries
