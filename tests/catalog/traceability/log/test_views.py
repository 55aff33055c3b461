"""The log over HTTP: what anybody may read, and what bad requests get."""

from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import verify
from catalog.traceability.log import growing, keys, witnessing
from catalog.traceability.models import Entry, TreeHead, Witness, WitnessSignature

FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture
def grown(say):
    """A log of seven entries."""
    ids = say(*range(7))
    growing.grow()
    return ids


@pytest.fixture
def university(db):
    """A witness with its private key."""
    private = Ed25519PrivateKey.from_private_bytes(b"\7" * 32)
    key = verify.Verifier(
        "university.example.vn", verify.COSIGNATURE, private.public_key().public_bytes_raw()
    )
    witnessing.register(str(key), by=None)
    return private, key


def cosigned(note: str, private: Ed25519PrivateKey, key: verify.Verifier, at: int) -> str:
    """A checkpoint with the line of a witness."""
    text, _ = verify.note_parts(note)
    signature = at.to_bytes(8) + private.sign(verify.cosigned(text, at))
    return note + verify.signature_line(key, signature)


def test_the_checkpoint_is_a_note_of_the_province(client, grown):
    answer = client.get("/log/checkpoint")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    head = verify.checkpoint(verify.opened(answer.content.decode(), keys.verifier()))
    assert (head.origin, head.size) == ("127.0.0.1:8000/log", 7)


@pytest.mark.parametrize(
    "spelt",
    [
        bytes.hex,
        lambda raw: base64.b64encode(raw).decode(),
        lambda raw: base64.urlsafe_b64encode(raw).decode().rstrip("="),
    ],
)
def test_an_entry_is_found_by_its_hash(client, grown, spelt):
    entry = Entry.objects.get(index=4)

    answer = client.get("/log/proof", {"hash": spelt(bytes(entry.leaf_hash)), "size": 6})

    told = answer.json()
    path = [base64.b64decode(step) for step in told["path"]]
    leaf = verify.leaf_hash(told["leaf"].encode())
    root = verify.root_from_inclusion(leaf, 4, 6, path)
    assert base64.b64encode(root).decode() == told["root"]
    assert answer["Cache-Control"] == FOR_EVER
    by_index = client.get("/log/proof", {"index": 4, "size": 6})
    by_event = client.get("/log/proof", {"event": grown[4], "size": 6})
    assert by_index.json() == by_event.json() == told


def test_a_tree_is_shown_to_begin_with_an_earlier_one(client, grown, say):
    first = TreeHead.objects.get()
    say(*range(20, 25))
    growing.grow()
    second = TreeHead.objects.get(size=12)

    told = client.get("/log/consistency?first=7&second=12").json()

    path = [base64.b64decode(step) for step in told["path"]]
    verify.check_consistency(7, 12, (bytes(first.root), bytes(second.root)), path)


def test_entries_are_read_in_their_order(client, grown):
    whole = client.get("/log/entries?start=2&end=4")
    short = client.get("/log/entries?start=5&end=900")

    assert [verify.statement(e["leaf"])["event"] for e in whole.json()["entries"]] == grown[2:5]
    assert [e["index"] for e in short.json()["entries"]] == [5, 6]
    assert whole["Cache-Control"] == FOR_EVER
    assert short["Cache-Control"] == "public, max-age=10"


def test_all_keys_are_told(client, grown):
    told = client.get("/log/keys").json()

    assert told["log"] == str(keys.verifier())
    assert verify.statement(verify.opened(told["keys"][0], keys.verifier()))["party"] == (
        "cooperative-12"
    )
    assert (len(told["keys"]), told["revocations"], told["witnesses"]) == (1, [], [])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/log/proof", 400),
        ("/log/proof?hash=x", 400),
        ("/log/proof?index=-1", 400),
        ("/log/proof?index=1&hash=" + "0" * 64, 400),
        ("/log/proof?index=99999999999999999999999", 400),
        ("/log/proof?index=7", 404),
        ("/log/proof?index=1&size=8", 404),
        ("/log/proof?index=4&size=4", 404),
        ("/log/proof?hash=" + "0" * 64, 404),
        ("/log/consistency?first=0&second=3", 400),
        ("/log/consistency?first=4&second=3", 400),
        ("/log/consistency?first=4", 400),
        ("/log/consistency?first=4&second=8", 404),
        ("/log/entries?start=0&end=1000", 400),
        ("/log/entries?start=3&end=2", 400),
        ("/log/entries?start=a&end=2", 400),
        ("/log/entries?start=7&end=9", 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client, grown, path, status):
    answer = client.get(path)

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["status"] == status


def test_a_log_without_the_province_s_key_says_so(client, grown, settings):
    settings.TRACE_LOG_KEY = ""

    answers = [client.get(f"/log/{name}") for name in
               ("checkpoint", "proof?index=1", "consistency?first=1&second=2",
                "entries?start=1&end=2", "keys")]  # fmt: skip

    assert [answer.status_code for answer in answers] == [503] * 5


def test_a_witness_vouches_for_a_checkpoint(client, grown, university, now):
    private, key = university
    note = client.get("/log/checkpoint").content.decode()
    signed = cosigned(note, private, key, int(now.timestamp()))

    answers = [client.post("/log/witness", signed, content_type="text/plain") for _ in range(2)]

    assert [(a.status_code, a.json()) for a in answers] == [
        (201, {"taken": 1}),
        (200, {"taken": 0}),
    ]
    assert client.get("/log/checkpoint").content.decode() == signed
    assert client.get("/log/keys").json()["witnesses"] == [str(key)]


def test_a_witness_counts_in_a_proof(client, university, proof, now):
    private, key = university
    note = client.get("/log/checkpoint").content.decode()
    signed = cosigned(note, private, key, int(now.timestamp()))
    told = {**json.loads(proof), "checkpoint": signed}
    seal = keys.signature_line(verify.seal_text(told, "127.0.0.1:8000/log"))
    whole = verify.canonical({**told, "seal": seal})

    outside = verify.Outside(witness_keys=(str(key),))

    assert verify.check(whole, outside)["witnesses"] == ["university.example.vn"]
    with pytest.raises(verify.Untrue, match="None of your witnesses"):
        verify.check(proof, outside)


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (lambda note: note.replace("time 2026", "time 2027"), 400),
        (lambda note: "nonsense", 400),
        (lambda note: "", 400),
        (lambda note: note[:-5] + "AAA=\n", 403),
        (lambda note: "\n".join(note.split("\n")[:-2]) + "\n", 403),
        (lambda note: note.replace("university", "somebody"), 403),
        (lambda note: note * 60, 413),
    ],
)
def test_a_wrong_signature_of_a_witness_is_not_kept(client, grown, university, now, spoil, status):
    private, key = university
    note = client.get("/log/checkpoint").content.decode()
    signed = cosigned(note, private, key, int(now.timestamp()))

    answer = client.post("/log/witness", spoil(signed), content_type="text/plain")

    assert answer.status_code == status
    assert WitnessSignature.objects.count() == 0


def test_a_witness_that_is_off_by_days_is_not_kept(client, grown, university, now):
    private, key = university
    note = client.get("/log/checkpoint").content.decode()
    signed = cosigned(note, private, key, int(now.timestamp()) - 100_000)

    assert client.post("/log/witness", signed, content_type="text/plain").status_code == 403
    assert WitnessSignature.objects.count() == 0


def test_only_a_witness_s_key_is_registered(db):
    log = verify.Verifier("log.example", verify.ED25519, b"\1" * 32)

    for wrong in ("nonsense", str(log), ""):
        with pytest.raises(witnessing.NotACheckpoint):
            witnessing.register(wrong, by=None)

    assert Witness.objects.count() == 0


def test_the_verifier_is_the_file_the_market_runs(client, settings):
    answer = client.get("/verify.py")

    assert answer.content == (settings.BASE_DIR / "verify.py").read_bytes()
    assert answer["Content-Disposition"] == 'attachment; filename="verify.py"'


def test_the_page_that_verifies_may_load_nothing(client):
    answer = client.get("/verify.html")

    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    for way in (b"src=", b"href=", b"fetch(", b"import(", b"XMLHttp", b"url(", b"WebSocket"):
        assert way not in answer.content
