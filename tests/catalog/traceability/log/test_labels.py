"""Labels checked without the market: any sign changed, another's key, a key that was taken back."""

from __future__ import annotations

import json
import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

import verify
from catalog.traceability import codes, sealing
from catalog.traceability.log import keys
from catalog.traceability.models import AuthorKey
from catalog.traceability.parties import registering
from tests.catalog.traceability.log.test_verifying import run

GTIN = "09521234000013"


@pytest.fixture
def address(lot):
    """What the label of a lot holds."""
    return sealing.address(lot.party, codes.lot_path(lot, GTIN))


@pytest.fixture
def told_keys(client, address):
    """What the market hands out as its keys."""
    return client.get("/log/keys").content


def said(address: str, raw: bytes, **how: Any) -> str:
    """The verdict on an address."""
    try:
        return str(verify.check_label(address, raw, **how)["verdict"])
    except verify.Untrue:
        return "false"
    except verify.Unreadable:
        return "unreadable"


def test_a_label_is_checked_far_from_the_market(lot, address, told_keys, tmp_path):
    (tmp_path / "keys.json").write_bytes(told_keys)
    words = ("label", address, "--keys", str(tmp_path / "keys.json"))
    pinned = ("--log-key", str(keys.verifier()), "--by", lot.party.name)

    assert run(*words, *pinned) == (
        0,
        {
            "verdict": "true",
            "log_key": str(keys.verifier()),
            "log_key_from": "you",
            "path": f"/01/{GTIN}/10/{lot.code}",
            "by": "HTX Nắng Sông Mã",
            "party": "cooperative-12",
        },
    )
    code, answer = run(*words)
    assert (code, answer["log_key_from"]) == (0, "the keys")


def test_what_is_wrong_ends_with_one_and_what_cannot_be_read_with_two(
    lot, address, told_keys, tmp_path
):
    (tmp_path / "keys.json").write_bytes(told_keys)
    (tmp_path / "torn.json").write_bytes(told_keys[:-9])
    other = verify.Verifier("127.0.0.1:8000/log", verify.ED25519, b"\1" * 32)

    def ended(told: str, file: str = "keys.json", *more: str) -> int:
        return run("label", told, "--keys", str(tmp_path / file), *more)[0]

    assert ended(address.replace(lot.code, "NHAN-260812-000")) == 1
    assert ended(address, "keys.json", "--log-key", str(other)) == 1
    assert ended(address, "keys.json", "--by", "HTX Mận Hậu") == 1
    assert ended(codes.url(lot.code)) == 2
    assert ended(address, "torn.json") == 2
    assert ended(address, "none.json") == 2
    assert ended(address, "keys.json", "--log-key", "nonsense") == 2


def test_no_sign_of_a_label_can_be_changed(address, told_keys):
    """Every place of path and signature, by its neighbour and by a sign drawn from all."""
    start = address.index("/", address.index("//") + 2)
    others = {"0": "1", "A": "B", "/": "|"}
    assert said(address, told_keys) == "true"

    for at in range(start, len(address)):
        for sign in (others.get(address[at], "A"), chr(ord(address[at]) ^ 1)):
            if sign != address[at]:
                assert said(address[:at] + sign + address[at + 1 :], told_keys) != "true", at
        assert said(address[:at] + address[at + 1 :], told_keys) != "true", at


def test_no_few_changes_of_a_label_are_believed(address, told_keys):
    start = address.index("/", address.index("//") + 2)
    places, signs = st.integers(start, len(address) - 1), st.sampled_from(string.printable)

    @given(st.lists(st.tuples(places, signs), min_size=1, max_size=4))
    @trying(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    def spoilt(changes: list[tuple[int, str]]) -> None:
        told = list(address)
        for at, sign in changes:
            told[at] = sign
        if "".join(told) != address:
            assert said("".join(told), told_keys) != "true"

    spoilt()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda a: a + "&17=261231",
        lambda a: a + "&s=" + "A" * 86,
        lambda a: a.replace("?", "?lang=vi&"),
        lambda a: a + "#x",
        lambda a: a + "=",
        lambda a: a + "\n",
        lambda a: " " + a,
        lambda a: a.replace("/01/", "/01//"),
        lambda a: a.replace("/10/", "/%31%30/"),
        lambda a: a.replace("?s=", "/?s="),
        lambda a: a.upper(),
        lambda a: a.partition("?")[0],
        lambda a: "",
    ],
)
def test_nothing_is_believed_that_the_signature_does_not_cover(address, told_keys, spoil):
    assert said(spoil(address), told_keys) != "true"


def test_a_signature_has_one_spelling_only(address, told_keys):
    """The last of its 86 signs holds four bits that mean nothing: they are nought."""
    alphabet = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
    last = alphabet.index(address[-1])

    assert last % 16 == 0
    for more in range(1, 16):
        assert said(address[:-1] + alphabet[last + more], told_keys) == "unreadable"


def test_the_key_of_another_party_is_named_and_refused(client, lot, address):
    other = registering.party("cooperative-13", name="HTX Mận Hậu", commune_code="04168")
    forged = sealing.address(other, codes.lot_path(lot, GTIN))
    raw = client.get("/log/keys").content

    assert verify.check_label(forged, raw)["by"] == "HTX Mận Hậu"
    assert said(forged, raw, by=lot.party.name) == "false"


def test_a_revoked_key_is_refused_and_a_retired_one_is_not(client, lot, address):
    keys.renew(lot.party_id, by=None)
    fresh = sealing.address(lot.party, codes.lot_path(lot, GTIN))
    raw = client.get("/log/keys").content
    assert [said(one, raw) for one in (address, fresh)] == ["true", "true"]

    first = AuthorKey.objects.order_by("pk")[0]
    keys.revoke(first.key_id, reason="The laptop was stolen.", by=None)

    raw = client.get("/log/keys").content
    with pytest.raises(verify.Untrue) as refused:
        verify.check_label(address, raw)
    assert str(refused.value) == ("The key of HTX Nắng Sông Mã was revoked: The laptop was stolen.")
    assert said(fresh, raw) == "true"


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("log"),
        lambda told: told.pop("revocations"),
        lambda told: told.update(keys=None),
        lambda told: told.update(keys=[5]),
        lambda told: told["keys"].clear(),
        lambda told: told.update(keys=[told["keys"][0].replace("HTX", "HTY")]),
        lambda told: told.update(revocations=told["keys"]),
        lambda told: told.update(log="x"),
    ],
)
def test_keys_the_province_did_not_certify_are_not_believed(address, told_keys, change):
    told = json.loads(told_keys)
    change(told)

    assert said(address, json.dumps(told).encode()) != "true"


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_file_of_keys_is_read_or_refused(raw):
    address = "https://market.example.vn/t/NHAN-260812-7K2?s=" + "A" * 86

    assert said(address, raw) == "unreadable"
