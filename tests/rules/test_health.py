"""What a supervisor and a load balancer are told."""

import datetime as dt
import os

import pytest
from django.conf import settings

from marketplace import health
from marketplace.records import clock
from marketplace.records.models import OutboxMessage

READY = {"database": "ok", "migrations": "ok", "broker": "ok", "outbox": "ok", "seed": "ok"}


@pytest.fixture
def _no_seed():
    yield
    (settings.VAR_DIR / "seed.progress").unlink(missing_ok=True)


def test_a_living_process_says_so_without_a_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_a_whole_market_is_ready(client):
    answer = client.get("/readyz")

    assert answer.json() == {"status": "ok", "checks": READY}
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.usefixtures("_no_seed")
def test_a_market_being_filled_says_how_far_it_is(client):
    health.report_seed(37)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "not ready", "checks": READY | {"seed": "37 %"}}


@pytest.mark.django_db
@pytest.mark.usefixtures("_no_seed")
def test_a_market_filled_is_ready(client):
    health.report_seed(37)
    health.report_seed(100)

    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("_no_seed")
def test_a_failed_filling_is_named(client):
    health.report_seed_failed("no cooperatives in the data")

    assert client.get("/readyz").json()["checks"]["seed"] == "failed: no cooperatives in the data"


@pytest.mark.django_db
def test_waiting_letters_degrade_but_do_not_close_the_market(client):
    OutboxMessage.objects.create(
        topic="order.received", key="late", not_before=clock.now() - dt.timedelta(minutes=11)
    )

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["checks"]["outbox"] == "degraded: a letter waits for 11 minutes"


@pytest.mark.django_db
def test_a_dead_broker_degrades_but_does_not_close_the_market(client, monkeypatch):
    from celery import current_app

    nowhere = f"redis+socket://{os.environ['VAR_DIR']}/nobody.sock"
    monkeypatch.setattr(current_app.conf, "broker_write_url", nowhere)

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["checks"]["broker"] == "degraded: does not answer"
