"""The simulated market: the same every time, and the rules are no worse than they were."""

import pytest

from bench import clones
from catalog.traceability.scans import judging


@pytest.fixture
def usual(db):
    return judging.limits()


def test_one_seed_draws_one_market():
    first, second, other = (
        [label.scans for label in clones.Street(seed).labels(300, 10)] for seed in (1, 1, 2)
    )

    assert first == second
    assert first != other


def test_what_the_page_says_is_nearly_always_right_and_finds_a_third(usual):
    counts = clones.judged(clones.Street(14).labels(6_000, 60), usual)

    said = counts["said on the page"]
    assert said.right / said.all >= 0.9
    assert said.right / 60 >= 0.3
    assert counts["scattered"].right / counts["scattered"].all >= 0.9


def test_a_market_without_copies_is_hardly_ever_accused(usual):
    counts = clones.judged(clones.Street(5).labels(6_000, 0), usual)

    assert counts.get("said on the page", clones.Count()).all <= 6  # of 6,000


def test_copied_lot_codes_stand_out(usual):
    told = clones.lots(usual, 14)

    assert told.right == told.all
    assert told.right >= 15
