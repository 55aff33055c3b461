"""The verifier as people start it, and every byte of a proof changed."""

from __future__ import annotations

import base64
import copy
import json
import random
import subprocess
import sys
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

import verify
from catalog.traceability.log import growing, keys, proofs
from catalog.traceability.models import TreeHead

# RFC 8032, section 7.1, tests 1 to 3: public key, message, signature.
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


def said(raw: bytes, **outside: Any) -> str:
    """The verdict on a proof."""
    try:
        return str(verify.check(raw, verify.Outside(**outside))["verdict"])
    except verify.Untrue:
        return "false"
    except verify.Unreadable:
        return "unreadable"


def run(*words: str) -> tuple[int, dict[str, Any]]:
    """Start the verifier as anybody would, far from the market's own packages."""
    command = [sys.executable, "-I", "-S", str(settings.BASE_DIR / "verify.py"), *words]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.stderr == b""
    (line,) = done.stdout.splitlines()
    return done.returncode, json.loads(line)


@pytest.mark.parametrize(("key", "message", "signature"), RFC_8032)
def test_signatures_of_the_standard_are_right(key, message, signature):
    key, message, signature = (bytes.fromhex(text) for text in (key, message, signature))

    assert verify.signed(key, signature, message)
    assert not verify.signed(key, signature, message + b"x")
    for at in range(64):
        wrong = bytearray(signature)
        wrong[at] ^= 1
        assert not verify.signed(key, bytes(wrong), message)


@given(
    st.binary(max_size=80), st.binary(min_size=32, max_size=32), st.integers(0, 95), st.booleans()
)
@trying(max_examples=60, deadline=None)
def test_signatures_are_judged_as_by_cryptography(message, seed, at, spoil):
    private = Ed25519PrivateKey.from_private_bytes(seed)
    both = bytearray(private.public_key().public_bytes_raw() + private.sign(message))
    both[at] ^= spoil

    try:
        Ed25519PublicKey.from_public_bytes(bytes(both[:32])).verify(bytes(both[32:]), message)
        right = True
    except InvalidSignature:
        right = False

    assert verify.signed(bytes(both[:32]), bytes(both[32:]), message) is right


def test_a_signature_has_one_form_only():
    """Adding the order of the group to its second half gives no second signature."""
    key, message, signature = (bytes.fromhex(text) for text in RFC_8032[1])
    second = int.from_bytes(signature[32:], "little") + verify._L

    assert not verify.signed(key, signature[:32] + second.to_bytes(32, "little"), message)


# Whole numbers of sixteen digits beyond 2^53 are written, and refused when read (docs/log.md).
@given(
    st.one_of(
        st.floats(allow_nan=False, allow_infinity=False).filter(
            lambda number: not 2**53 <= abs(number) < 10**16
        ),
        st.integers(-(2**53) + 1, 2**53 - 1),
    )
)
def test_canonical_numbers_come_back_as_they_were(number):
    raw = verify.canonical(number)

    assert float(raw) == number
    assert verify.canonical(verify.parsed(raw)) == raw


@pytest.mark.parametrize(
    ("number", "text"),
    # RFC 8785, appendix B.
    [
        (-0.0, "0"), (5e-324, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740991, "9007199254740991"), (295147905179352830000.0, "295147905179352830000"),
        (1e21, "1e+21"), (1e23, "1e+23"), (9.999999999999997e22, "9.999999999999997e+22"),
        (0.000001, "0.000001"), (333333333.3333333, "333333333.3333333"), (1e-7, "1e-7"),
        (-0.0000033333333333333333, "-0.0000033333333333333333"), (1.5e-5, "0.000015"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_the_standard_says(number, text):
    assert verify.canonical(number).decode() == text


def test_a_true_proof_ends_with_nought(proof, tmp_path):
    (tmp_path / "proof.json").write_bytes(proof)

    code, answer = run(str(tmp_path / "proof.json"), "--log-key", str(keys.verifier()))

    assert code == 0
    assert answer == verify.check(proof, verify.Outside(log_key=str(keys.verifier())))


def test_a_proof_that_was_changed_ends_with_one_or_two(proof, tmp_path):
    told = json.loads(proof)
    told["entries"][0]["event"]["quantityList"][0]["quantity"] = 900
    for name, raw in (("a", verify.canonical(told)), ("b", proof + b"\n"), ("c", b"{")):
        (tmp_path / name).write_bytes(raw)

    answers = [run(str(tmp_path / name)) for name in "abcd"]

    assert [code for code, _ in answers] == [1, 2, 2, 2]
    assert [answer["verdict"] for _, answer in answers] == [
        "false", "unreadable", "unreadable", "unreadable",
    ]  # fmt: skip


def test_no_byte_of_a_proof_can_be_changed(proof):
    chance = random.Random(7)
    for at in chance.sample(range(len(proof)), 250):
        wrong = bytearray(proof)
        wrong[at] ^= 1 << chance.randrange(8)
        assert said(bytes(wrong)) != "true", at


def leaves(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a document that holds no others."""
    if isinstance(value, dict):
        return [found for key in value for found in leaves(value[key], (*way, key))]
    if isinstance(value, list):
        return [found for at, item in enumerate(value) for found in leaves(item, (*way, at))]
    return [way]


def sealed_again(told: dict[str, Any]) -> bytes:
    """A proof changed by somebody who holds the province's key and seals it anew."""
    seal = keys.signature_line(verify.seal_text(told, settings.TRACE_LOG_NAME))
    return verify.canonical({**told, "seal": seal})


def test_not_even_the_province_can_change_a_value(proof):
    """With a fresh seal each value is still held by a hash, a path or a signature of its own."""
    caught = 0
    for way in leaves({**json.loads(proof), "seal": {}}):
        told = copy.deepcopy(json.loads(proof))
        holder = told
        for step in way[:-1]:
            holder = holder[step]
        old = holder[way[-1]]
        holder[way[-1]] = f"{old[:-2]}{'B' if old[-2:-1] != 'B' else 'C'}{old[-1:]}" if isinstance(
            old, str
        ) else old + 1  # fmt: skip
        assert said(sealed_again(told)) != "true", way
        caught += 1

    assert caught == 26


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told["entries"][0]["event"].pop("recordTime"),
        lambda told: told["entries"][0]["event"].update(eventID="urn:x:1"),
        lambda told: told["entries"][0]["path"].pop(),
        lambda told: told["entries"][0]["path"].append("A" * 43 + "="),
        lambda told: told["entries"].clear(),
        lambda told: told["keys"].clear(),
        lambda told: told.update(more=1),
        lambda told: told["entries"][0].update(index=-1),
        lambda told: told["entries"][0].update(index=10**30),
        lambda told: told.update(entries=[None]),
        lambda told: told.update(keys=5),
    ],
)
def test_what_is_added_or_left_out_is_noticed(proof, change):
    told = json.loads(proof)
    change(told)

    try:
        raw = sealed_again(told)
    except verify.Unreadable:
        return
    assert said(raw) in {"false", "unreadable"}


def test_a_proof_is_compared_with_a_checkpoint_from_elsewhere(proof, say):
    old = TreeHead.objects.get().note
    say(*range(10, 17))
    growing.grow()
    new = TreeHead.objects.get(size=12).note
    path = [base64.b64encode(step).decode() for step in proofs.consistency(5, 12)]
    bridge = json.dumps({"path": path})
    spoilt = json.dumps({"path": path[::-1]})

    assert said(proof, checkpoint=old) == "true"
    assert said(proof, checkpoint=new) == "unreadable"
    assert said(proof, checkpoint=new, consistency=bridge) == "true"
    assert said(proof, checkpoint=new, consistency=spoilt) == "false"
    assert said(proof, checkpoint=new, consistency="x") == "unreadable"


def test_another_tree_of_the_same_size_is_found_out(proof):
    text = verify.note_parts(TreeHead.objects.get().note)[0].split("\n")
    text[2] = base64.b64encode(b"x" * 32).decode()

    assert said(proof, checkpoint=keys.note("\n".join(text))) == "false"


def test_a_proof_of_another_log_is_found_out(proof):
    other = verify.Verifier(settings.TRACE_LOG_NAME, verify.ED25519, b"\1" * 32)

    assert said(proof, log_key=str(other)) == "false"
    assert said(proof, log_key="nonsense") == "unreadable"
