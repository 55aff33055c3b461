"""A letter finds its reader: by Zalo, else by text message, else it is a dead letter."""

import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.conf import settings as live_settings

from marketplace.records import carriers, letters, outbox, zalo
from marketplace.records.models import SentLetter
from tests import factories
from tests.catalog import buying

PHONE, NO_ZALO = "0912 345 678", "0912 345 000"


@pytest.fixture(autouse=True)
def _empty_files(tmp_path: Path, settings) -> None:
    """Practice carriers write below a folder of this test alone."""
    settings.VAR_DIR = tmp_path


def lines(name: str) -> list[dict]:
    """What a practice carrier wrote."""
    path = Path(live_settings.VAR_DIR) / name
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def bought(client, phone: str) -> str:
    """Somebody without a mail address orders; answers with the order's number."""
    buying.fill(client, factories.pack())
    where = buying.address(phone=phone, email="")
    page = buying.price(client, **where)
    answer = client.post("/checkout/", buying.form(page, **where, channel="cod"))
    assert answer.status_code == 302
    outbox.drain()
    return answer["Location"]


@pytest.mark.django_db
def test_letter_to_a_phone_goes_by_zalo_with_its_facts(client):
    bought(client, PHONE)

    letter = SentLetter.objects.get(template="order_received")
    (line,) = [one for one in lines("zalo.jsonl") if one["template"] == "order_received"]
    assert (letter.way, letter.to) == ("zalo", "+84912345678")
    assert (line["id"], line["to"]) == (letter.message_id, letter.to)
    assert line["facts"]["name"] == "Nguyễn Minh Thu"
    assert line["facts"]["number"] in letter.key
    by_text = [one["to"] for one in lines("sms.jsonl") if one["template"] == "order_received"]
    assert "+84912345678" not in by_text


@pytest.mark.django_db
def test_whom_zalo_does_not_reach_gets_a_text_message(client):
    bought(client, NO_ZALO)

    letter = SentLetter.objects.get(template="order_received")
    (line,) = [one for one in lines("sms.jsonl") if one["template"] == "order_received"]
    assert (letter.way, line["id"]) == ("sms", letter.message_id)
    assert "+84912345000" not in [one["to"] for one in lines("zalo.jsonl")]


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["lan@example.vn", "+84912345678", "+84912345000"])
def test_second_attempt_bears_the_same_id(to):
    letters.send(to, "message_to_buyer", _ANSWER, lang="vi", key="k1")
    first = SentLetter.objects.get()
    first.delete()

    letters.send(to, "message_to_buyer", _ANSWER, lang="vi", key="k1")

    assert SentLetter.objects.get().message_id == first.message_id
    assert first.message_id == letters.message_id("k1")


_ANSWER = {
    "talk": {"cooperative": {"name": "HTX A"}},
    "words": "Còn",
    "url": "https://x.example.vn",
}


@pytest.mark.django_db
def test_what_a_carrier_refuses_is_dead_at_once(client):
    bought(client, "0912 345 999")

    dead = outbox.dead().get(topic="order.received")
    assert (dead.topic, dead.attempts) == ("order.received", 1)
    assert dead.last_error == "Refused: The practice carrier refuses this number.\n…999"
    assert not SentLetter.objects.filter(template="order_received").exists()


@pytest.mark.django_db
def test_without_a_text_carrier_the_letter_waits(client, settings):
    settings.SMS_CARRIER = "marketplace.records.carriers.Nobody"
    settings.ZALO_CARRIER = "marketplace.records.carriers.NoZalo"

    bought(client, PHONE)

    waiting = outbox.waiting().get(topic="order.received")
    assert waiting.last_error.startswith("NoCarrier: SMS_CARRIER is not set.")
    assert not outbox.dead().exists()


@pytest.fixture
def service(settings, tmp_path):
    """A Zalo of this test alone: answers what ``answers`` says and keeps what it was asked."""
    heard: list[tuple[dict, dict]] = []
    answers: list[bytes] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        """Keeps the request, gives the next answer."""

        def do_POST(self):
            """Answer."""
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((dict(self.headers), json.loads(body)))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answers.pop(0))

        def log_message(self, *_words):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    token = tmp_path / "token"
    token.write_text("today\n")
    settings.ZALO_URL = f"http://127.0.0.1:{server.server_port}"
    settings.ZALO_TOKEN_FILE = str(token)
    settings.ZALO_TEMPLATES = {"order_received.vi": "4711"}
    settings.ZALO_CARRIER = "marketplace.records.zalo.Zns"
    yield answers, heard
    server.shutdown()
    server.server_close()


@pytest.mark.django_db
def test_zalo_is_asked_with_template_facts_token_and_our_id(client, service):
    answers, heard = service
    answers.append(b'{"error":0,"message":"Success","data":{"msg_id":"z1"}}')

    bought(client, PHONE)

    letter = SentLetter.objects.get(template="order_received")
    ((headers, body),) = heard
    assert letter.way == "zalo"
    assert headers["access_token"] == "today"
    assert (body["phone"], body["template_id"]) == ("84912345678", "4711")
    assert body["tracking_id"] == letter.message_id[1:33]
    assert body["template_data"]["number"] in letter.key


@pytest.mark.django_db
def test_number_without_zalo_gets_a_text_message_from_the_real_service_too(client, service):
    service[0].append(b'{"error":-118,"message":"Zalo account not existed"}')

    bought(client, PHONE)

    assert SentLetter.objects.get(template="order_received").way == "sms"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "answer", [b'{"error":-124,"message":"Access token invalid"}', b"<html>", b"[]"]
)
def test_what_zalo_cannot_do_now_is_tried_again(client, service, answer):
    service[0].append(answer)

    bought(client, PHONE)

    waiting = outbox.waiting().get(topic="order.received")
    assert waiting.last_error.startswith("ZaloError: ")
    assert waiting.attempts == 1
    assert not SentLetter.objects.filter(template="order_received").exists()


def test_letter_without_a_template_is_not_for_zalo(settings):
    settings.ZALO_TEMPLATES = {}
    message = carriers.Message("<a@b>", "+84912345678", "order_paid", "en", "text")

    with pytest.raises(carriers.Unreachable):
        zalo.Zns().send(message)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SMS_CARRIER", "marketplace.records.carriers.SmsSandbox"),
        ("ZALO_CARRIER", "marketplace.records.carriers.ZaloSandbox"),
        ("ZALO_CARRIER", "marketplace.records.zalo.Zns"),
    ],
)
def test_live_market_does_not_start_with_a_carrier_that_tells_nobody(name, value):
    code = "import marketplace.settings.letters"
    environment = os.environ | {"MARKET_MODE": "live", "SECRET_KEY": "x" * 60, name: value}
    environment |= {"PUBLIC_URL": "https://cho.example.vn", "DEBUG": ""}

    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr
    assert name in done.stderr.splitlines()[-1]
