"""Commands that other programs rely on."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import RequestFactory

from marketplace.people import joining
from marketplace.records import api_tokens, audit
from marketplace.records.models import ApiToken

pytestmark = pytest.mark.django_db


def _bearer(text, scope):
    request = RequestFactory().get("/", headers={"Authorization": f"Bearer {text}"})
    return api_tokens.bearer(request, scope)


def test_token_is_printed_once_and_only_its_hash_is_kept(capsys):
    user = joining.join(phone="0912345678")

    call_command("api_token", "0912 345 678", scope="statistics")

    text = capsys.readouterr().out.strip()
    assert _bearer(text, "statistics") == user
    assert _bearer(text, "seller") is None
    assert _bearer(text + "x", "statistics") is None
    assert text not in str(list(ApiToken.objects.values()))
    assert audit.of(ApiToken.objects.get()).first().what == "api_token.given"


def test_revoked_token_and_token_of_somebody_who_left_open_nothing():
    user = joining.join(email="lan@example.vn")
    one, other = api_tokens.give(user, "seller"), api_tokens.give(user, "epcis.read")
    api_tokens.revoke(ApiToken.objects.get(scope="seller").pk)
    assert _bearer(one, "seller") is None
    assert _bearer(other, "epcis.read") == user

    user.is_active = False
    user.save()

    assert _bearer(other, "epcis.read") is None


def test_token_for_nobody_is_refused():
    with pytest.raises(CommandError):
        call_command("api_token", "nobody@example.vn", scope="seller")


def test_invariants_hold_and_are_told_as_json(capsys):
    call_command("check_invariants", json=True)

    told = json.loads(capsys.readouterr().out)
    assert {"name": "outbox_keeps_moving", "count": 0, "sample": []} in told


def test_broken_invariant_ends_with_one_and_shows_the_rows(capsys):
    connection.cursor().execute(
        "INSERT INTO records_outboxmessage"
        " (topic, key, payload, posted_at, not_before, attempts, last_error)"
        " VALUES ('t', 'k', '{}', now(), now() - interval '2 hours', 0, '')"
    )

    with pytest.raises(SystemExit) as end:
        call_command("check_invariants", json=True)

    told = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert end.value.code == 1
    assert told["outbox_keeps_moving"]["count"] == 1
    assert told["outbox_keeps_moving"]["sample"][0]["topic"] == "t"
