"""New keys, keys taken back, and what the verifier says of what they signed."""

from __future__ import annotations

import datetime as dt

import pytest

import verify
from catalog.traceability.log import growing, keys, proofs
from catalog.traceability.models import AuthorKey, Entry
from marketplace.records import clock
from marketplace.records.models import AuditEntry
from tests.catalog.traceability.log.conftest import event


def proof_of(number: int) -> bytes:
    """The proof of one event."""
    told = proofs.Told(verify.event_hash(event(number)), event(number))
    return verify.canonical(proofs.proof_of([told]))


def test_what_a_retired_key_signed_stays_good(say, party):
    say(1)
    growing.grow()
    keys.renew(party.pk, by=None)
    say(2)
    growing.grow()

    assert [verify.check(proof_of(n))["verdict"] for n in (1, 2)] == ["true", "true"]
    states = AuthorKey.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["retired", "active"]
    assert Entry.objects.values("key").distinct().count() == 2
    assert [entry.what for entry in AuditEntry.objects.all()][-1:] == ["log_key.renewed"]


def test_a_revoked_key_is_believed_for_what_was_in_the_tree_before(say, party):
    say(1)
    growing.grow()
    key = AuthorKey.objects.get()
    say(2)

    keys.revoke(key.key_id, reason="The laptop was stolen.", by=None)
    growing.grow()

    assert verify.check(proof_of(1))["verdict"] == "true"
    waited = Entry.objects.get(index=1)
    assert waited.key.state == "active"
    assert verify.check(proof_of(2))["verdict"] == "true"


def test_an_entry_a_thief_signed_is_not_believed(say, party):
    """A market that puts it into the tree all the same is found out by the revocation."""
    say(1, 2)
    growing.grow_by(1)
    key = AuthorKey.objects.get()
    keys.revoke(key.key_id, reason="The laptop was stolen.", by=None)
    key.refresh_from_db()
    thief = Entry.objects.get(index=None)
    peaks = growing._rise(1, [bytes(thief.leaf_hash)])
    Entry.objects.filter(pk=thief.pk).update(index=1)
    growing._sign(2, peaks, news=True)

    with pytest.raises(verify.Untrue) as said:
        verify.check(proof_of(2))

    assert str(said.value) == (
        "The key of HTX Nắng Sông Mã was revoked before this entry: The laptop was stolen."
    )


def test_a_key_is_taken_back_once(say):
    say(1)
    key = AuthorKey.objects.get()
    keys.revoke(key.key_id, reason="Lost", by=None)
    before = AuthorKey.objects.values().get()

    with pytest.raises(keys.AlreadyEnded):
        keys.revoke(key.key_id, reason="Again", by=None)

    assert AuthorKey.objects.values().get() == before


def test_a_signature_after_the_certificate_ended_is_not_believed(say, now):
    say(1)
    with clock.moved_to(now + keys.VALID + dt.timedelta(days=1)):
        say(2)
        growing.grow()

    assert verify.check(proof_of(1))["verdict"] == "true"
    with pytest.raises(verify.Untrue, match="was not certified at that time"):
        verify.check(proof_of(2))
