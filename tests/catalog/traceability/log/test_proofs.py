"""Paths through the tree, checked by the verifier's own functions and by known roots."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import verify
from catalog.traceability.log import growing, keys, proofs, shape
from catalog.traceability.models import TreeHead
from tests.catalog.traceability.log.conftest import OPENING, event

# The leaves and roots of the test data of Certificate Transparency (RFC 6962), sizes 0 to 8.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def tree(leaves: list[bytes]) -> bytes:
    """The root by the recursion of RFC 6962, section 2.1."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return verify.leaf_hash(leaves[0])
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return verify.node_hash(tree(leaves[:k]), tree(leaves[k:]))


def part(leaves: list[bytes], span: tuple[int, int]) -> bytes:
    """The hash over a range of leaves, through the complete subtrees the market stores."""
    spans = [(place << level, (place + 1) << level) for level, place in shape.parts(*span)]
    return shape.root([tree(leaves[start:end]) for start, end in spans])


@pytest.mark.parametrize("size", range(9))
def test_roots_are_those_of_certificate_transparency(size):
    assert tree(LEAVES[:size]).hex() == ROOTS[size]
    assert (part(LEAVES, (0, size)) if size else shape.root([])).hex() == ROOTS[size]


def test_known_paths_of_certificate_transparency():
    path = [part(LEAVES, span).hex()[:8] for span in shape.inclusion(5, 8)]
    proof = [part(LEAVES, span).hex()[:8] for span in shape.consistency(6, 8)]

    assert path == ["bc1a0643", "ca854ea1", "d37ee418"]
    assert proof == ["0ebc5d34", "ca854ea1", "d37ee418"]


@given(st.data())
def test_every_leaf_of_every_tree_has_a_path_and_no_other(data):
    size = data.draw(st.integers(1, 300))
    index = data.draw(st.integers(0, size - 1))
    leaves = [bytes([n & 255, n >> 8]) for n in range(size)]
    path = [part(leaves, span) for span in shape.inclusion(index, size)]
    leaf = verify.leaf_hash(leaves[index])

    assert verify.root_from_inclusion(leaf, index, size, path) == tree(leaves)
    for wrong in (index - 1, index + 1):
        try:
            found = verify.root_from_inclusion(leaf, wrong, size, path)
        except verify.Untrue:
            continue
        assert found != tree(leaves)


@given(st.data())
def test_every_tree_begins_with_every_earlier_one(data):
    second = data.draw(st.integers(1, 300))
    first = data.draw(st.integers(1, second))
    leaves = [bytes([n & 255, n >> 8]) for n in range(second)]
    roots = tree(leaves[:first]), tree(leaves)
    path = [part(leaves, span) for span in shape.consistency(first, second)]

    verify.check_consistency(first, second, roots, path)
    with pytest.raises(verify.Untrue):
        verify.check_consistency(first, second, (roots[0], b"x" * 32), path)
    if first < second:
        with pytest.raises(verify.Untrue):
            verify.check_consistency(first, second, (b"x" * 32, roots[1]), path)


def test_the_stored_tree_proves_every_entry_at_every_size(say):
    say(*range(11))
    for _ in range(11):
        growing.grow_by(1)
    heads = {head.size: bytes(head.root) for head in TreeHead.objects.all()}

    for size, root in heads.items():
        for index in range(size):
            leaf = growing.stored([(0, index)])[0, index]
            path = proofs.inclusion(index, size)
            assert verify.root_from_inclusion(leaf, index, size, path) == root
        for first in range(1, size + 1):
            verify.check_consistency(
                first, size, (heads[first], root), proofs.consistency(first, size)
            )


def test_a_proof_asks_six_times_however_long_the_path(say, django_assert_num_queries):
    ids = say(*range(9))
    growing.grow()

    with django_assert_num_queries(6):
        proofs.proof_of([proofs.Told(ids[n], event(n)) for n in range(9)])


def test_a_proof_says_who_said_what_and_what_is_opened(proof):
    assert verify.check(proof) == {
        "verdict": "true",
        "log_key": str(keys.verifier()),
        "log_key_from": "the proof",
        "size": 5,
        "root": verify.check(proof)["root"],
        "time": "2026-08-14T11:20:00Z",
        "witnesses": [],
        "events": [
            {
                "event": verify.event_hash(event(2)),
                "index": 2,
                "by": "HTX Nắng Sông Mã",
                "opened": [[OPENING["path"], OPENING["value"]]],
            }
        ],
    }


def test_there_is_no_proof_of_what_waits(say):
    (event_id,) = say(1)

    with pytest.raises(proofs.NotYetLogged):
        proofs.proof_of([proofs.Told(event_id, event(1))])
