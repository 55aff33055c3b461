"""What Stripe tells us of cards: believed by its seal and its age, whatever comes first."""

from __future__ import annotations

import pytest

from payments.models import Attempt, GatewayTransaction, Incident, Message
from tests.payments.conftest import TOTAL, ask, broken
from tests.payments.telling import card, card_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(invoice) -> Attempt:
    """An invoice to be paid by card, its intent known."""
    attempt = ask(invoice.reference, channel="card")
    attempt.provider_reference, attempt.state = "pi_known", Attempt.State.PENDING
    attempt.save(update_fields=("provider_reference", "state"))
    return attempt


def state(attempt: Attempt) -> tuple[str, int]:
    """Where it stands and what it received."""
    attempt.refresh_from_db()
    return attempt.state, attempt.received


@pytest.mark.parametrize("age", [301, 86_400])
def test_an_event_sealed_five_minutes_ago_is_refused(asked, age):
    assert card(card_event(asked), age=age).status_code == 400
    assert state(asked) == ("pending", 0)
    assert Message.objects.count() == 0


def test_an_event_is_found_by_the_code_in_it_before_the_intent_is_known(asked):
    Attempt.objects.update(provider_reference="", state="created")

    assert card(card_event(asked, id="pi_new")).status_code == 200
    assert state(asked) == ("captured", TOTAL)


def test_an_event_without_our_code_is_found_by_the_intent(asked):
    assert card(card_event(asked, metadata={})).status_code == 200
    assert state(asked) == ("captured", TOTAL)


@pytest.mark.parametrize(
    "kind",
    ["payment_intent.payment_failed", "payment_intent.processing", "charge.succeeded", "x.y"],
)
def test_events_that_decide_nothing_change_nothing(asked, kind):
    assert card(card_event(asked, kind)).status_code == 200
    assert state(asked) == ("pending", 0)
    assert Message.objects.count() == 0


def test_the_order_of_events_says_nothing(asked):
    assert card(card_event(asked, "payment_intent.canceled")).status_code == 200
    assert state(asked) == ("cancelled", 0)
    assert card(card_event(asked)).status_code == 200
    assert card(card_event(asked, "payment_intent.canceled")).status_code == 200

    assert state(asked) == ("captured", TOTAL)
    assert GatewayTransaction.objects.count() == 1
    assert broken() == []


@pytest.mark.parametrize("changed", [{"currency": "usd"}, {"amount_received": TOTAL + 1}])
def test_other_money_is_not_booked(asked, changed):
    assert card(card_event(asked, **changed)).status_code == 200
    assert state(asked) == ("pending", 0)
    assert Incident.objects.get().kind == "other_sum"


def test_a_dispute_is_shown_to_staff_and_its_end_too(asked):
    card(card_event(asked))
    dispute = {"id": "dp_1", "payment_intent": "pi_known", "status": "needs_response"}

    assert card(card_event(asked, "charge.dispute.created", **dispute)).status_code == 200
    assert state(asked) == ("disputed", TOTAL)
    won = dispute | {"status": "won"}
    for _ in range(2):
        assert card(card_event(asked, "charge.dispute.closed", **won)).status_code == 200

    assert state(asked) == ("captured", TOTAL)
    reasons = Incident.objects.order_by("pk").values_list("kind", "reason")
    assert list(reasons) == [("disputed", "disputed"), ("disputed", "dispute_won")]
    assert broken() == []


def test_a_lost_dispute_stays_one(asked):
    card(card_event(asked))
    lost = {"id": "dp_1", "payment_intent": "pi_known", "status": "lost"}
    card(card_event(asked, "charge.dispute.closed", **lost))

    assert state(asked) == ("disputed", TOTAL)
    assert Incident.objects.get().reason == "dispute_lost"


@pytest.mark.parametrize("data", [None, [], {}, {"object": 1}, {"object": {"id": 5}}])
def test_an_event_that_cannot_be_read_leaves_nothing(asked, data):
    event = {"id": "evt_1", "type": "payment_intent.succeeded", "data": data}

    assert card(event).status_code == 400
    assert Message.objects.count() == 0
