"""A rule lets small changes pass at once; words, photos, papers and big steps wait for a person."""

import dataclasses
import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from catalog.listings import moderation
from catalog.listings.proposals import Words
from catalog.models import PassRule, ShelfItem
from catalog.moderation import loading
from marketplace.records import audit, clock
from marketplace.records.models import AuditEntry
from tests.catalog.moderation.conftest import decide, priced, propose_again, state_of


def test_price_within_the_band_is_on_the_shelf_at_once_and_says_by_which_rule(
    on_sale, proposal, farmer
):
    change = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 97_000))

    assert (change.state, change.rule.key, change.decided_by) == ("approved", "price-band", None)
    assert ShelfItem.objects.get().price == 97_000
    entry = audit.of(on_sale).get(what="listing.passed_by_rule")
    assert (entry.by, entry.before["state"], entry.after["state"]) == (
        None,
        "submitted",
        "approved",
    )
    assert (entry.after["key"], entry.after["version"]) == ("price-band", 2)


@pytest.mark.parametrize("price", [97_901, 80_099])
def test_price_outside_the_band_waits_and_is_noticed(on_sale, proposal, farmer, price):
    change = propose_again(on_sale, proposal, farmer, packs=priced(proposal, price))

    assert (change.state, change.touches) == ("submitted", ["price"])
    assert [(note["what"], note["limit"]) for note in change.noticed] == [("price", 10)]
    assert ShelfItem.objects.get().price == 89_000


@pytest.mark.parametrize("price", [97_900, 80_100])
def test_edge_of_the_band_is_within_it(on_sale, proposal, farmer, price):
    assert propose_again(on_sale, proposal, farmer, packs=priced(proposal, price)).rule


def test_small_steps_in_a_row_do_not_climb_out_of_the_band(on_sale, proposal, farmer):
    propose_again(on_sale, proposal, farmer, packs=priced(proposal, 97_000))

    second = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 104_000))

    assert second.state == "submitted"


def test_what_a_person_approved_is_the_new_middle_of_the_band(on_sale, proposal, farmer, hanh):
    decide(propose_again(on_sale, proposal, farmer, packs=priced(proposal, 120_000)), hanh)

    with clock.moved_to(clock.now() + dt.timedelta(days=31)):
        change = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 130_000))

    assert change.state == "approved"


def test_pack_taken_off_passes(on_sale, proposal, farmer):
    change = propose_again(on_sale, proposal, farmer, packs=proposal.packs[:1])

    assert (change.touches, change.state) == (["pack_off"], "approved")


@pytest.mark.parametrize(
    "other",
    [
        {"texts": {"vi": Words("Nhãn Sông Mã", "Nhãn hữu cơ, chữa mất ngủ.")}},
        {"season_months": (7, 8)},
    ],
)
def test_claims_and_what_no_rule_names_wait_even_beside_a_small_price(
    on_sale, proposal, farmer, other
):
    change = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 90_000), **other)

    assert (change.state, change.rule) == ("submitted", None)


def test_heavier_or_lighter_pack_waits(on_sale, proposal, farmer):
    first, *others = proposal.packs
    lighter = (dataclasses.replace(first, net_weight_g=1_500), *others)

    change = propose_again(on_sale, proposal, farmer, packs=lighter)

    assert change.state == "submitted"
    assert [note["what"] for note in change.noticed] == ["weight"]


def test_new_listing_never_passes_by_rule(submitted):
    assert (submitted.state, submitted.rule) == ("submitted", None)


def test_rule_counts_from_its_first_day_to_the_one_before_its_last(on_sale, proposal, farmer):
    PassRule.objects.update(valid_to=clock.local_day())

    change = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 90_000))

    assert change.state == "submitted"


def test_mended_price_is_looked_at_by_a_person_again(on_sale, proposal, farmer, hanh):
    asked = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 150_000))
    moderation.decide(
        asked.pk, state="changes_requested", opened_version=1, by=hanh, reason="Giá cao."
    )

    again = propose_again(on_sale, proposal, farmer, packs=priced(proposal, 90_000))

    assert (again.state, again.round, again.first) == ("submitted", 2, asked)
    assert state_of(asked) == "changes_requested"


@pytest.mark.parametrize(
    "facts",
    [
        {"lets": ["texts"]},
        {"lets": ["certificates", "price"], "percent": 5, "days": 30},
        {"lets": []},
        {"lets": ["price"]},
        {"lets": ["price"], "percent": 80, "days": 30},
        {"lets": ["order"], "percent": 5, "days": 30},
    ],
)
def test_database_knows_no_rule_that_lets_claims_pass_or_prices_without_a_band(db, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        PassRule.objects.create(
            key="wide", name_vi="Rộng", name_en="Wide", valid_from="2026-01-01", source="-", **facts
        )


def test_rule_has_one_row_a_day(db):
    with pytest.raises(IntegrityError, match="pass_rule_once_a_day"), transaction.atomic():
        PassRule.objects.create(
            key="price-band",
            name_vi="Giá",
            name_en="Price",
            lets=["price"],
            percent=5,
            days=30,
            valid_from=clock.local_day(),
            source="-",
        )


def test_loading_again_adds_nothing_and_changes_nothing(db):
    PassRule.objects.update(source="sửa")

    assert loading.load() == 0
    assert PassRule.objects.get().source == "sửa"


def test_database_never_had_to_write_an_entry_itself(on_sale, proposal, farmer):
    propose_again(on_sale, proposal, farmer, packs=priced(proposal, 90_000))

    with transaction.atomic(), transaction.get_connection().cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert not AuditEntry.objects.filter(what__startswith="database.").exists()
