"""Every URL is in one table, and the table holds: URL by role, own and foreign objects."""

import logging
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from marketplace import permission_table, permissions
from marketplace.audiences import Check
from tests.rules import people, urls
from tests.rules.objects import OBJECTS

SIGN_IN = "/account/login/"
EVERY_URL = urls.every()
# Whole rooms of other people's software, hundreds of URLs under one row each: the walk asks all of
# them anonymously, and a few of them as everybody else.
ROOMS = ("admin:", "dashboard:", "wagtail", "simple_translation:", "django.views.")
FEW = 40
# In the long tests everybody goes to every URL. In the quick ones each URL is visited by two of
# those it names and two of those it does not, others each time, so that nobody is left out.
SOME = 2
WALKS = pytest.mark.parametrize(
    "most", [SOME, pytest.param(len(people.KINDS), marks=pytest.mark.slow)]
)


@pytest.fixture
def world(everybody, db):
    """Everybody; the thousands of refusals of a walk are not logged."""
    logging.disable(logging.WARNING)
    yield everybody
    logging.disable(logging.NOTSET)


def _listed():
    """Each listed URL with its audience; one that is not listed fails a test of its own."""
    found = ((url, permissions.audience_of(url.name)) for url in EVERY_URL if url.path)
    return [(url, audience) for url, audience in found if audience]


def _visit(client, path, method="get"):
    """Ask, and take back whatever the page wrote."""
    with transaction.atomic():
        response = getattr(client, method)(path)
        transaction.set_rollback(True)
    return response


def _in_turn(kinds, number, most):
    """So many of these, each URL beginning with another one."""
    begin = number % max(len(kinds), 1)
    return [*kinds[begin:], *kinds[:begin]][:most]


def _told_to_sign_in(response):
    """Whether the answer leads to the sign-in page."""
    return response.status_code == 302 and urlsplit(response["Location"]).path == SIGN_IN


def test_every_url_is_in_the_table():
    missing = {
        f"{url.name}  ({url.route})"
        for url in EVERY_URL
        if permissions.audience_of(url.name) is None
    }

    assert not missing, "add rows to marketplace/permission_table.py:\n" + "\n".join(
        sorted(missing)
    )


def test_every_row_of_the_table_is_a_url():
    names = {url.name for url in EVERY_URL}
    stale = [
        key
        for key in permission_table.TABLE
        if not (any(n.startswith(key[:-1]) for n in names) if key.endswith("*") else key in names)
    ]

    assert stale == []


@WALKS
def test_whom_the_row_does_not_name_is_refused(world, most):
    clients = {kind: world.client(kind) for kind in people.KINDS}
    wrong = []
    for number, (url, audience) in enumerate(_listed()):
        if audience.leads_to or audience.check is Check.VIEW:
            continue
        alone = url.name.startswith(ROOMS) and number % FEW
        kinds = (people.ANONYMOUS,) if alone else people.KINDS
        unnamed = [kind for kind in kinds if not audience.includes(world.people[kind])]
        for kind in _in_turn(unnamed, number, most):
            response = _visit(clients[kind], url.path)
            refused = (
                _told_to_sign_in(response)
                if kind == people.ANONYMOUS
                else response.status_code == 403
            )
            if not refused:
                wrong.append(f"{kind} {url.path} ({url.name}): {response.status_code}")

    assert wrong == []


@WALKS
def test_whom_the_row_names_is_let_in(world, most):
    clients = {kind: world.client(kind) for kind in people.KINDS}
    wrong = []
    for number, (url, audience) in enumerate(_listed()):
        if audience.leads_to or url.name.startswith(ROOMS):
            continue
        # Where everybody is let in, one stranger and one member stand for all.
        kinds = (people.ANONYMOUS, "owner") if audience.includes(None) else people.KINDS
        named = [kind for kind in kinds if audience.includes(world.people[kind])]
        for kind in _in_turn(named, number, most):
            response = _visit(clients[kind], url.path)
            if response.status_code == 403 or response.status_code >= 500:
                wrong.append(f"{kind} {url.path} ({url.name}): {response.status_code}")

    assert "\n".join(wrong) == ""


@pytest.mark.parametrize(
    ("path", "welcome"),
    [
        ("/admin/", {"superuser"}),
        ("/dashboard/", {"superuser"}),
        ("/cms/", {"editor", "superuser"}),
        ("/cms/pages/", {"editor", "superuser"}),
        ("/desk/", {*people.STAFF, "superuser"}),
    ],
)
def test_rooms_of_the_staff_open_to_their_own(world, path, welcome):
    answers = {k: _visit(world.client(k), path).status_code for k in people.KINDS}

    in_or_onward = {k for k, status in answers.items() if status in (200, 301, 302)}
    assert in_or_onward - {people.ANONYMOUS} == welcome
    assert _told_to_sign_in(_visit(Client(), path))


def test_second_factor_is_asked_of_everybody_a_row_with_one_names(world):
    """The same people without the factor in their session are led to show it."""
    wrong = []
    for url, audience in _listed():
        if not audience.second_factor or url.name.startswith(ROOMS):
            continue
        client = Client()
        client.force_login(world.people["superuser"])
        response = _visit(client, url.path)
        if urlsplit(response.get("Location", "")).path != "/account/2fa/reauthenticate/":
            wrong.append(f"{url.path}: {response.status_code}")

    assert wrong == []


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_own_object_is_shown_and_a_foreign_one_is_not_found(world, name):
    own = reverse(name, kwargs=OBJECTS[name](world.ours))
    foreign = reverse(name, kwargs=OBJECTS[name](world.theirs))
    owner = world.client("owner")

    assert _visit(owner, own).status_code in (200, 302, 405)
    assert _visit(owner, foreign).status_code in (404, 405)
    assert _visit(owner, foreign, "post").status_code in (404, 405)
    assert {
        _visit(owner, foreign).status_code,
        _visit(owner, foreign, "post").status_code,
    } != {405}


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_pages_know_only_the_methods_of_browsers(db, method):
    for path in ("/account/login/", "/account/", "/cms/", "/desk/"):
        assert getattr(Client(), method)(path).status_code == 405


def test_url_outside_the_table_is_refused(db, monkeypatch):
    monkeypatch.delitem(permission_table.TABLE, "account_login")
    permissions.audience_of.cache_clear()

    status = Client().get("/account/login/").status_code

    permissions.audience_of.cache_clear()
    assert status == 403
