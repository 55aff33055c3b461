"""A witness over the wire: it signs a log that grew, and no other."""

from __future__ import annotations

import base64
import io

import pytest
from django.core.management import CommandError, call_command

import verify
from catalog.traceability.log import growing, keys, witnessing
from catalog.traceability.models import TreeHead, WitnessSignature

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def now():
    """The market answers in a thread of its own, by the real clock."""


@pytest.fixture
def watch(live_server, tmp_path):
    """Let the witness look once."""

    def look() -> list[str]:
        said = io.StringIO()
        call_command(
            "witness_log",
            live_server.url,
            log_key=str(keys.verifier()),
            name="university.example.vn",
            key_file=tmp_path / "key",
            state=tmp_path / "seen",
            stdout=said,
        )
        return said.getvalue().splitlines()

    return look


@pytest.fixture
def registered(watch, say, tmp_path):
    """The witness made its key, and staff registered it."""
    say(1, 2, 3)
    growing.grow()
    with pytest.raises(CommandError, match="403"):
        watch()
    raw = base64.b64decode((tmp_path / "key").read_text())
    private = keys.Ed25519PrivateKey.from_private_bytes(raw)
    public = private.public_key().public_bytes_raw()
    key = verify.Verifier("university.example.vn", verify.COSIGNATURE, public)
    witnessing.register(str(key), by=None)
    return key


def test_a_witness_signs_a_log_that_grew(watch, registered, say):
    first = watch()
    say(4, 5)
    growing.grow()
    second = watch()

    assert first == [f"Your key as a witness: {registered}", "Signed: 3 entries."]
    assert second == [f"Your key as a witness: {registered}", "Signed: 5 entries."]
    heads = WitnessSignature.objects.order_by("pk").values_list("head__size", flat=True)
    assert list(heads) == [3, 5]


def test_a_witness_does_not_sign_a_log_that_was_written_anew(watch, registered, tmp_path):
    watch()
    text = verify.note_parts(TreeHead.objects.get().note)[0].split("\n")
    text[1:3] = ["2", base64.b64encode(b"another tree, of another history").decode()]
    seen = keys.note("\n".join(text))
    (tmp_path / "seen").write_text(seen)

    with pytest.raises(CommandError, match="does not begin with the earlier one"):
        watch()

    assert (tmp_path / "seen").read_text() == seen
    assert WitnessSignature.objects.count() == 1


def test_a_witness_does_not_sign_a_log_that_shrank(watch, registered, tmp_path):
    text = verify.note_parts(TreeHead.objects.get().note)[0].replace("\n3\n", "\n9\n")
    (tmp_path / "seen").write_text(keys.note(text))

    with pytest.raises(CommandError, match="smaller than it was"):
        watch()

    assert WitnessSignature.objects.count() == 0
