"""Once a day an authority of time stamps the head; what is not right is not kept."""

import base64
import datetime as dt
import shutil
import subprocess
from hashlib import sha256

import pytest
from asn1crypto import tsp
from cryptography.x509.oid import ExtendedKeyUsageOID
from django.db import IntegrityError, transaction

from catalog.traceability.log import growing, stamping, tasks
from catalog.traceability.log.models import HeadStamp, TreeHead
from marketplace.records import clock
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.log.authority import Authority, Served, key

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def certified():
    """Keys and certificates take a moment to make."""
    return Authority()


@pytest.fixture
def authority(certified, settings):
    """The authority behind an address that the market was given."""
    certified.at, certified.spoil = NOW, {}
    certified.signs_with, certified.status = certified.own_key, "granted"
    served = Served(certified)
    settings.TRACE_TSA_URL, settings.TRACE_TSA_CERTIFICATE = served.url, certified.pem
    yield served
    served.close()


@pytest.fixture
def head(say):
    say(1, 2, 3)
    growing.grow()
    return TreeHead.objects.latest("pk")


def test_the_task_has_the_head_stamped_and_keeps_the_answer(authority, head):
    tasks.stamp()

    kept = HeadStamp.objects.get()
    assert (kept.head, kept.size, kept.at, kept.kept_at) == (head, 3, NOW, NOW)
    ((kind, query),) = authority.asked
    asked = tsp.TimeStampReq.load(query)
    assert kind == "application/timestamp-query"
    assert asked["message_imprint"]["hash_algorithm"]["algorithm"].native == "sha256"
    assert asked["cert_req"].native is True
    assert asked["nonce"].native > 0
    assert bytes(kept.token) == authority.authority.answer(query)


def test_it_is_asked_once_a_day_and_when_the_tree_has_grown(authority, head, say):
    stamping.stamp()
    say(4)
    growing.grow()
    assert stamping.stamp() is None
    with clock.moved_to(NOW + A_DAY):
        authority.authority.at = clock.now()
        growing.grow()
        assert stamping.stamp().size == 4
    with clock.moved_to(NOW + 2 * A_DAY):
        authority.authority.at = clock.now()
        growing.grow()
        assert stamping.stamp() is None

    assert len(authority.asked) == 2
    assert TreeHead.objects.count() == 4


def test_an_empty_log_and_one_without_an_authority_ask_nobody(authority, settings, db):
    assert stamping.stamp() is None
    growing.grow()
    assert stamping.stamp() is None
    settings.TRACE_TSA_URL = ""
    assert stamping.stamp() is None
    assert authority.asked == []


def spoilt(certified, what):
    """Let the authority do one thing wrong."""
    if what == "another digest":
        imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": b"\0" * 32}
        certified.spoil = {"message_imprint": imprint}
    elif what == "another nonce":
        certified.spoil = {"nonce": 12345}
    elif what == "no nonce":
        certified.spoil = {"nonce": None}
    elif what == "another key":
        certified.signs_with = key()
    elif what == "refused":
        certified.status = "rejection"
    else:
        certified.at = NOW - dt.timedelta(minutes=6)


@pytest.mark.parametrize(
    "what",
    ["another digest", "another nonce", "no nonce", "another key", "refused", "another time"],
)
def test_an_answer_that_does_not_fit_is_one_line_and_tried_again(authority, head, what, caplog):
    spoilt(authority.authority, what)

    assert stamping.stamp() is None
    assert HeadStamp.objects.count() == 0
    assert [line.message for line in caplog.records if line.name == "market.trace_log"] == [
        "no stamp"
    ]

    spoilt_no_more = authority.authority
    spoilt_no_more.spoil, spoilt_no_more.status, spoilt_no_more.at = {}, "granted", NOW
    spoilt_no_more.signs_with = spoilt_no_more.own_key
    assert stamping.stamp().size == 3


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (500, b""),
        (302, b""),
        (200, b""),
        (200, b"<html>"),
        (200, b"0" * 70_000),
        (200, b"\x30\x80"),
    ],
)
def test_nonsense_is_no_stamp(authority, head, status, says):
    authority.status, authority.says = status, says
    authority.headers = {"Location": authority.url} if status == 302 else {}

    assert stamping.stamp() is None
    assert len(authority.asked) == 1
    assert HeadStamp.objects.count() == 0


def test_an_authority_that_is_away_delays_no_checkpoint(authority, head, say):
    authority.close()

    assert stamping.stamp() is None
    say(9)
    growing.grow()
    assert TreeHead.objects.latest("pk").size == 4
    authority.server.socket.close()


def test_every_byte_that_is_changed_on_the_way_is_noticed_or_changes_nothing(authority, head):
    """An answer is kept only when it says what the authority signed."""
    for place in range(0, 1_500, 37):
        real = Authority.answer

        def changed(query, place=place, real=real):
            body = bytearray(real(authority.authority, query))
            if place < len(body):
                body[place] ^= 1
            return bytes(body)

        authority.authority.answer = changed
        try:
            found = stamping.ask(head)
        except stamping.NoStamp:
            continue
        finally:
            del authority.authority.answer
        assert found.tst_info.gen_time == NOW.replace(microsecond=0)
        assert found.tst_info.message_imprint.message == sha256(head.note.encode()).digest()


@pytest.mark.parametrize("whose", ["a stranger", "no stamper"])
def test_certificates_of_another_root_or_purpose_do_not_count(authority, head, settings, whose):
    if whose == "a stranger":
        settings.TRACE_TSA_CERTIFICATE = Authority().pem
    else:
        other = Authority(purpose=ExtendedKeyUsageOID.CODE_SIGNING)
        other.at = NOW
        authority.authority, settings.TRACE_TSA_CERTIFICATE = other, other.pem

    assert stamping.stamp() is None
    assert len(authority.asked) == 1


def test_an_authority_may_have_signed_its_own_certificate(authority, head, settings):
    alone = Authority(is_its_own_root=True)
    alone.at = NOW
    authority.authority, settings.TRACE_TSA_CERTIFICATE = alone, alone.pem

    assert stamping.stamp().size == 3


def test_tokens_are_handed_out_with_what_was_stamped(authority, head, client):
    stamping.stamp()

    answer = client.get("/log/tokens")
    assert answer.json() == {
        "tokens": [
            {
                "size": 3,
                "time": "2026-08-14T11:20:00Z",
                "token": "/log/tokens/3.tsr",
                "note": "/log/tokens/3.txt",
            }
        ]
    }
    assert answer["Access-Control-Allow-Origin"] == "*"
    token = client.get("/log/tokens/3.tsr")
    assert token["Content-Type"] == "application/timestamp-reply"
    assert token.content == bytes(HeadStamp.objects.get().token)
    assert client.get("/log/tokens/3.txt").content.decode() == head.note
    assert "immutable" in token["Cache-Control"]


@pytest.mark.parametrize("name", ["4.tsr", "4.txt", f"{10**30}.tsr"])
def test_a_token_nobody_gave_is_a_problem(client, db, name):
    answer = client.get(f"/log/tokens/{name}")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_openssl_says_so_too(authority, head, client, tmp_path):
    """As docs/log.md tells it; where the command is missing the library's word is enough."""
    stamping.stamp()
    openssl = shutil.which("openssl")
    if openssl is None:
        return
    for name in ("3.tsr", "3.txt"):
        (tmp_path / name).write_bytes(client.get(f"/log/tokens/{name}").content)
    (tmp_path / "authority.pem").write_bytes(authority.authority.pem)
    command = [openssl, "ts", "-verify", "-data", "3.txt", "-in", "3.tsr"]
    command += ["-CAfile", "authority.pem", "-attime", str(int(NOW.timestamp()))]

    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout.strip()) == (0, "Verification: OK")


def test_stamps_are_only_ever_added(authority, head):
    stamping.stamp()

    for change in (
        lambda: HeadStamp.objects.update(size=9),
        lambda: HeadStamp.objects.all().delete(),
        lambda: HeadStamp.objects.create(head=head, size=3, at=NOW, kept_at=NOW, token=b"x"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_a_stamp_kept_twice_is_the_first_one(authority, head):
    first = stamping.keep(head, stamping.ask(head))
    assert stamping.keep(head, stamping.ask(head)) == first
    assert base64.b64encode(bytes(HeadStamp.objects.get().token)).startswith(b"MI")
