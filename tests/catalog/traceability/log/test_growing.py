"""The tree takes every entry once, in a place it keeps."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

import verify
from catalog.traceability.log import growing, keys, proofs, submitting
from catalog.traceability.models import AuthorKey, Entry, Node, TreeHead
from marketplace.records import clock, invariants


def broken() -> list[str]:
    """The sentences about the log that are not true."""
    return [
        found.name for found in invariants.check() if found.name.startswith("log_") and found.count
    ]


def everything() -> list[list[dict[str, Any]]]:
    """All rows of the log."""
    return [list(model.objects.values()) for model in (Entry, Node, TreeHead, AuthorKey)]


def test_entries_get_places_and_a_signed_head(say):
    ids = say(1, 2, 3)

    assert growing.grow() == 3

    assert list(Entry.objects.order_by("index").values_list("event_id", "index")) == [
        (event_id, index) for index, event_id in enumerate(ids)
    ]
    head = TreeHead.objects.get()
    text = verify.opened(head.note, keys.verifier())
    assert verify.checkpoint(text) == verify.Checkpoint(
        "127.0.0.1:8000/log", 3, bytes(head.root), "2026-08-14T11:20:00Z"
    )
    assert broken() == []


def test_the_same_event_is_entered_once(say):
    say(1)
    say(1)

    assert growing.grow() == 1
    assert Entry.objects.count() == 1


def test_a_head_is_signed_anew_after_an_hour_of_silence(say, now):
    say(1)
    growing.grow()

    with clock.moved_to(now + dt.timedelta(minutes=59)):
        growing.grow()
    assert TreeHead.objects.count() == 1
    with clock.moved_to(now + dt.timedelta(minutes=60)):
        growing.grow()

    assert list(TreeHead.objects.order_by("pk").values_list("size", flat=True)) == [1, 1]
    assert broken() == []


def test_a_tree_grown_in_steps_is_the_tree_grown_at_once(say):
    say(*range(13))
    for batch in (1, 3, 2, 5, 2):
        growing.grow_by(batch)

    leaves = [bytes(e.leaf_hash) for e in Entry.objects.order_by("index")]
    stepwise = {(n.level, n.position): bytes(n.hash) for n in Node.objects.all()}
    for position in range(6):
        assert stepwise[1, position] == verify.node_hash(*leaves[2 * position : 2 * position + 2])
    assert proofs.root(13) == bytes(TreeHead.objects.order_by("-pk").first().root)
    assert broken() == []


def test_what_was_entered_while_the_log_was_off_is_signed_when_it_is_on(say, settings):
    key, settings.TRACE_LOG_KEY = settings.TRACE_LOG_KEY, ""
    (event_id,) = say(1)
    assert growing.grow() == 0
    waiting = Entry.objects.get()
    assert (waiting.key, waiting.leaf, waiting.index) == (None, "", None)

    settings.TRACE_LOG_KEY = key
    assert growing.grow() == 1

    entry = Entry.objects.get()
    assert verify.statement(entry.leaf)["event"] == event_id
    assert entry.index == 0
    assert broken() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda: Entry.objects.update(index=7),
        lambda: Entry.objects.update(leaf="x"),
        lambda: Entry.objects.update(event_id="x"),
        lambda: Entry.objects.all()._raw_delete("default"),
        lambda: Node.objects.update(hash=b"x"),
        lambda: Node.objects.all()._raw_delete("default"),
        lambda: TreeHead.objects.update(size=9),
        lambda: AuthorKey.objects.update(certificate="x"),
        lambda: AuthorKey.objects.all()._raw_delete("default"),
    ],
)
def test_the_database_refuses_to_change_what_was_logged(say, change):
    say(1)
    growing.grow()
    before = (
        list(Entry.objects.values()),
        list(Node.objects.values()),
        list(TreeHead.objects.values()),
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        change()

    after = (
        list(Entry.objects.values()),
        list(Node.objects.values()),
        list(TreeHead.objects.values()),
    )
    assert after == before


def test_the_private_key_is_not_in_the_database(party):
    key = keys.active(party)

    assert len(bytes(key.sealed)) == 12 + 32 + 16
    said = verify.statement(verify.opened(key.certificate, keys.verifier()))
    assert said["name"] == "HTX Nắng Sông Mã"
    assert base64.b64decode(said["key"]) == bytes(key.public)


def test_submitting_waits_for_the_transaction_of_the_event(party):
    with pytest.raises(RuntimeError), transaction.atomic():
        submitting.submit([submitting.Handed("ni:///x", party)])
        raise RuntimeError

    assert Entry.objects.count() == 0
