"""Gives waiting entries their places in the tree and signs its head.

Entries are taken because they have no index, not because of their id: one whose transaction ended
late is taken late, and none is passed over. All of it is one transaction under one lock, so a
process killed in the middle leaves nothing, and two at once work one after the other.
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

import verify
from catalog.traceability.log import keys, locking, shape, submitting
from catalog.traceability.log.models import AuthorKey, Entry, Node, TreeHead
from marketplace.records import clock

BATCH = 5_000
LONGEST_SILENCE = dt.timedelta(hours=1)


def grow() -> int:
    """Put everything that waits into the tree; how many entries came in."""
    total = 0
    while keys.is_on():
        taken = grow_by(BATCH)
        total += taken
        if taken < BATCH:
            break
    return total


@transaction.atomic
def grow_by(batch: int) -> int:
    """Put at most ``batch`` waiting entries into the tree and sign its head."""
    locking.alone()
    last = Entry.objects.aggregate(last=Max("index"))["last"]
    size = 0 if last is None else last + 1
    waiting = list(
        Entry.objects.filter(index=None).select_related("key", "party").order_by("pk")[:batch]
    )
    for index, entry in enumerate(waiting, size):
        if entry.key is None or entry.key.state == AuthorKey.State.REVOKED:
            submitting.sign(entry, keys.active(entry.party))
        entry.index = index
    _place(waiting)
    peaks = _rise(size, [bytes(entry.leaf_hash or b"") for entry in waiting])
    _sign(size + len(waiting), peaks, news=bool(waiting))
    return len(waiting)


def _place(entries: list[Entry]) -> None:
    """Write the places, and the leaves of those that were signed just now."""
    rows = [(e.pk, e.index, e.key_id, e.leaf, e.leaf_hash) for e in entries]
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            """UPDATE traceability_entry entry
            SET index = given.index, key_id = given.key, leaf = given.leaf,
                leaf_hash = given.hash
            FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::text[], %s::bytea[])
                AS given (id, index, key, leaf, hash)
            WHERE entry.id = given.id""",
            [list(column) for column in zip(*rows, strict=True)],
        )


def _rise(size: int, leaves: Iterable[bytes]) -> list[bytes]:
    """Add leaves to a tree of ``size``; the hashes of its complete parts, from left to right."""
    known = stored(shape.parts(0, size))
    fresh: list[Node] = []
    for index, leaf in enumerate(leaves, size):
        level, place, found = 0, index, leaf
        fresh.append(Node(level=0, position=index, hash=leaf))
        while place & 1:
            found = verify.node_hash(known.pop((level, place - 1)), found)
            level, place = level + 1, place >> 1
            fresh.append(Node(level=level, position=place, hash=found))
        known[level, place] = found
    _write(fresh)
    return [hash_ for _, hash_ in sorted(known.items(), key=lambda part: -part[0][0])]


def stored(places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """The hashes at these places of the tree, in one query."""
    levels, positions = zip(*places, strict=True) if (places := list(places)) else ((), ())
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT node.level, node.position, node.hash
            FROM unnest(%s::smallint[], %s::bigint[]) AS asked (level, position)
            JOIN traceability_node node
                ON node.level = asked.level AND node.position = asked.position""",
            [list(levels), list(positions)],
        )
        return {(level, position): bytes(hash_) for level, position, hash_ in cursor.fetchall()}


def _write(nodes: list[Node]) -> None:
    """Keep the new complete subtrees."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO traceability_node (level, position, hash) "
            "SELECT * FROM unnest(%s::smallint[], %s::bigint[], %s::bytea[])",
            [
                [node.level for node in nodes],
                [node.position for node in nodes],
                [node.hash for node in nodes],
            ],
        )


def _sign(size: int, peaks: list[bytes], *, news: bool) -> None:
    """Sign the head of the tree, when there is news or the last signature is an hour old."""
    now = clock.now().replace(microsecond=0)
    last = TreeHead.objects.order_by("-pk").first()
    if last and not news and now - last.at < LONGEST_SILENCE:
        return
    root = shape.root(peaks)
    text = "\n".join(
        [
            settings.TRACE_LOG_NAME,
            str(size),
            base64.b64encode(root).decode(),
            f"time {keys.written(now)}\n",
        ]
    )
    TreeHead.objects.create(size=size, root=root, at=now, note=keys.note(text))
