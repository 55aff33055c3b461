"""What must reach somebody does, whatever dies on the way."""

import datetime as dt
import threading
import time

import pytest
from celery import current_app
from django.core.cache import cache
from django.db import connection, connections, transaction

from marketplace.records import outbox, tasks
from marketplace.records.models import OutboxMessage

TOPIC = "test.letter"


class Refused(Exception):
    """What a carrier says that does not work."""


@pytest.fixture
def delivered():
    """What the effect of the test topic was given; it refuses a payload that says so."""
    got = []

    def effect(payload):
        if payload.get("refuse"):
            raise Refused(payload["refuse"])
        got.append(payload["n"])

    outbox._effects[TOPIC] = effect
    yield got
    del outbox._effects[TOPIC]


@pytest.fixture(autouse=True)
def _broker_heard():
    outbox._broker_quiet_until = 0.0


def _post(n, **payload):
    with transaction.atomic():
        outbox.post(TOPIC, key=f"k{n}", n=n, **payload)


@pytest.mark.django_db
def test_message_is_delivered_once(delivered):
    _post(1)

    assert outbox.drain() == 1
    assert outbox.drain() == 0
    assert delivered == [1]


@pytest.mark.django_db
def test_same_key_is_said_once(delivered):
    _post(1)
    _post(1)

    outbox.drain()

    assert delivered == [1]
    assert OutboxMessage.objects.filter(topic=TOPIC).count() == 1


@pytest.mark.django_db
def test_message_of_a_decision_taken_back_is_not_sent(delivered):
    with pytest.raises(Refused), transaction.atomic():
        outbox.post(TOPIC, key="k", n=1)
        raise Refused

    assert outbox.drain() == 0
    assert delivered == []


@pytest.mark.django_db
def test_failure_is_tried_again_later_and_later(delivered):
    _post(1, refuse="no line")

    outbox.drain()

    message = OutboxMessage.objects.get(topic=TOPIC)
    wait = message.not_before - dt.datetime.now(dt.UTC)
    assert (message.attempts, message.last_error) == (1, "Refused: no line")
    assert dt.timedelta(seconds=10) < wait < dt.timedelta(seconds=20)
    assert outbox.drain() == 0


def test_waiting_doubles_up_to_two_hours():
    seconds = [outbox.wait_after(n).total_seconds() for n in (1, 2, 3, 12)]

    for waited, least in zip(seconds, (15, 30, 60, 7200), strict=True):
        assert least <= waited <= least * 1.25


@pytest.mark.django_db
def test_last_attempt_makes_a_dead_letter_which_can_be_retried(delivered):
    _post(1, refuse="never")
    waiting = OutboxMessage.objects.filter(topic=TOPIC)
    for _ in range(outbox.MAX_ATTEMPTS):
        waiting.update(not_before=dt.datetime.now(dt.UTC))
        outbox.drain()

    assert list(outbox.dead()) == [waiting.get()]
    assert outbox.drain() == 0

    waiting.update(payload={"n": 1})
    outbox.retry(waiting.get().pk)
    assert outbox.drain() == 1
    assert delivered == [1]


@pytest.mark.django_db
def test_failed_effect_leaves_nothing_behind(delivered):
    def half(payload):
        OutboxMessage.objects.create(topic="test.trace", key="x")
        raise Refused

    outbox._effects[TOPIC] = half
    _post(1)

    outbox.drain()

    assert not OutboxMessage.objects.filter(topic="test.trace").exists()


@pytest.mark.django_db
def test_unknown_topic_waits_for_a_version_that_knows_it():
    outbox.post("test.unknown", key="x")

    outbox.drain()

    assert (
        OutboxMessage.objects.get(topic="test.unknown").last_error == "UnknownTopic: test.unknown"
    )


@pytest.mark.django_db
def test_secret_payload_is_forgotten_once_sent(delivered):
    outbox._secret.add(TOPIC)
    _post(1)

    outbox.drain()

    outbox._secret.discard(TOPIC)
    assert OutboxMessage.objects.get(topic=TOPIC).payload == {}


@pytest.mark.django_db(transaction=True)
def test_two_drains_at_once_deliver_each_message_once(delivered):
    for n in range(20):
        _post(n)
    sent = []

    def drain():
        sent.append(outbox.drain())
        connections.close_all()

    threads = [threading.Thread(target=drain) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(delivered) == list(range(20))
    assert sum(sent) == 20


@pytest.mark.django_db(transaction=True)
def test_messages_survive_an_emptied_redis(delivered):
    for n in range(5):
        _post(n)
    cache.clear()
    with current_app.connection_for_write() as broker:
        broker.default_channel.client.flushdb()

    tasks.drain_outbox()

    assert sorted(delivered) == list(range(5))


@pytest.mark.django_db(transaction=True)
def test_commit_wakes_the_worker_once_for_many_messages():
    with current_app.connection_for_write() as broker:
        client = broker.default_channel.client
        client.flushdb()
        with transaction.atomic():
            outbox.post(TOPIC, key="a")
            outbox.post(TOPIC, key="b")
            assert client.llen("celery") == 0

        assert client.llen("celery") == 1


@pytest.mark.django_db(transaction=True)
def test_dead_broker_does_not_stall_whoever_posts(delivered):
    with current_app.connection_for_write() as broker:
        real = broker.as_uri(include_password=True)
    current_app.conf.broker_url = current_app.conf.broker_write_url = "redis://127.0.0.1:1/0"
    current_app._pool = None
    current_app.amqp._producer_pool = None
    started = time.monotonic()
    try:
        for n in range(5):
            _post(n)
    finally:
        took = time.monotonic() - started
        current_app.conf.broker_url = current_app.conf.broker_write_url = real
        current_app._pool = None
        current_app.amqp._producer_pool = None

    assert took < 2
    assert outbox.drain() == 5


@pytest.mark.django_db(transaction=True)
def test_worker_killed_in_an_effect_loses_nothing(delivered):
    """The claim is counted, the effect is rolled back with its connection, the lease ends."""
    _post(1)
    claimed = outbox._claim()
    connection.close()

    assert outbox.drain() == 0
    message = OutboxMessage.objects.get(pk=claimed)
    assert (message.attempts, message.sent_at) == (1, None)

    OutboxMessage.objects.update(not_before=dt.datetime.now(dt.UTC))
    assert outbox.drain() == 1
    assert delivered == [1]
