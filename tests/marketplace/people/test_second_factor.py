"""Staff show a second factor, and nobody gets in by another door."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from marketplace.people import joining, roles
from marketplace.records import audit
from tests.marketplace.people.conftest import PASSWORD, confirm, is_signed_in, sign_in

ROOMS = ["/cms/", "/dashboard/", "/admin/", "/desk/mailbox/"]


@pytest.fixture
def boss(db):
    """A superuser without a second factor yet."""
    user = joining.join(email="boss@example.vn", password=PASSWORD, verified=True)
    user.is_staff = user.is_superuser = True
    user.save()
    return user


@pytest.fixture
def secret(boss):
    """The secret of the superuser's authenticator app."""
    text = totp.generate_totp_secret()
    totp.TOTP.activate(boss, text)
    return text


def _code(secret, at=None):
    """What the app shows."""
    counter = int((at or time.time()) // 30)
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


@pytest.mark.parametrize("room", ROOMS)
def test_staff_without_a_factor_are_sent_to_set_one_up(client, boss, room):
    sign_in(client, "boss@example.vn")

    response = client.get(room)

    assert (response.status_code, response["Location"]) == (
        302,
        f"/account/2fa/?next={room.replace('/', '%2F')}",
    )


@pytest.mark.parametrize("room", ROOMS)
def test_staff_with_the_code_come_in(client, boss, secret, room):
    asked = sign_in(client, "boss@example.vn")
    assert asked["Location"] == "/account/2fa/authenticate/"
    assert not is_signed_in(client)
    assert client.get(room).status_code == 302

    client.post("/account/2fa/authenticate/", {"code": _code(secret)})

    assert client.get(room, follow=True).status_code == 200


def test_session_from_before_the_factor_has_to_show_it(client, boss):
    sign_in(client, "boss@example.vn")
    totp.TOTP.activate(boss, totp.generate_totp_secret())

    response = client.get("/cms/")

    assert response["Location"] == "/account/2fa/reauthenticate/?next=%2Fcms%2F"


@pytest.mark.django_db(transaction=True)
def test_setting_the_app_up_opens_the_rooms(client, boss):
    sign_in(client, "boss@example.vn")
    confirm(client)
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret

    client.post("/account/2fa/totp/activate/", {"code": _code(secret)})

    assert client.get("/admin/").status_code == 200
    assert "account.factor_added" in [entry.what for entry in audit.of(boss)]


def test_taking_the_factor_off_closes_the_rooms(client, boss, secret):
    sign_in(client, "boss@example.vn")
    client.post("/account/2fa/authenticate/", {"code": _code(secret)})
    Authenticator.objects.all().delete()

    assert client.get("/admin/")["Location"].startswith("/account/2fa/?next=")


def test_code_works_once(boss, secret):
    code = _code(secret)
    one, other = Client(), Client()
    for client in (one, other):
        sign_in(client, "boss@example.vn")
        client.post("/account/2fa/authenticate/", {"code": code})

    assert is_signed_in(one)
    assert not is_signed_in(other)


def test_guessing_codes_is_stopped(client, boss, secret):
    sign_in(client, "boss@example.vn")

    statuses = [
        client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code for _ in range(6)
    ]

    assert statuses == [200] * 5 + [429]


def test_role_without_staff_mark_needs_the_factor_too(client, lan):
    roles.give(lan, roles.EDITOR)
    sign_in(client, "lan@example.vn")

    assert client.get("/cms/")["Location"].startswith("/account/2fa/?next=")
    assert audit.of(lan).filter(what="role.given").get().after == {"roles": ["editor"]}


def test_editor_with_the_factor_works_in_the_cms_and_nowhere_else(client, lan):
    roles.give(lan, roles.EDITOR)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(lan, secret)
    sign_in(client, "lan@example.vn")
    client.post("/account/2fa/authenticate/", {"code": _code(secret)})

    assert client.get("/cms/").status_code == 200
    assert client.get("/cms/pages/", follow=True).status_code == 200
    assert client.get("/dashboard/").status_code == 403
    assert client.get("/admin/").status_code == 403
    assert client.get("/cms/users/").status_code != 200


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/cms/login/", {"username": "boss@example.vn", "password": PASSWORD}),
        ("/admin/login/", {"username": "boss@example.vn", "password": PASSWORD}),
        ("/admin/", {"username": "boss@example.vn", "password": PASSWORD}),
        (
            "/dashboard/login/",
            {"username": "boss@example.vn", "password": PASSWORD},
        ),
        ("/_util/login/", {"username": "boss@example.vn", "password": PASSWORD}),
    ],
)
def test_other_log_in_forms_lead_to_the_one_page(client, boss, path, fields):
    response = client.post(path, fields)

    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")
    assert not is_signed_in(client)
    assert client.get(path)["Location"].startswith("/account/login/")


def test_oscars_log_in_and_register_forms_lead_to_ours(client, boss):
    form = {
        "login_submit": "1",
        "login-username": "boss@example.vn",
        "login-password": PASSWORD,
    }

    response = client.post(reverse("customer:login"), form)

    assert (response.status_code, response["Location"]) == (302, "/account/login/")
    assert not is_signed_in(client)
    assert client.post(reverse("customer:register"))["Location"] == "/account/signup/"


def test_oscars_profile_page_changes_no_email(client, lan):
    sign_in(client, "lan@example.vn")

    client.post(reverse("customer:profile-update"), {"email": "evil@example.vn"})

    lan.refresh_from_db()
    assert lan.email == "lan@example.vn"


def test_roles_are_as_written_after_a_second_sync(db):
    roles.sync()
    before = {role: set(_permissions(role)) for role in roles.PERMISSIONS}

    roles.sync()

    assert {role: set(_permissions(role)) for role in roles.PERMISSIONS} == before
    assert before == {role: set(names) for role, names in roles.PERMISSIONS.items()}


def _permissions(role):
    """The permissions of a group as Django spells them."""
    from django.contrib.auth.models import Permission

    found = Permission.objects.filter(group__name=role).select_related("content_type")
    return [f"{p.content_type.app_label}.{p.codename}" for p in found]


def test_passkey_page_carries_no_inline_script(client, lan):
    sign_in(client, "lan@example.vn")
    confirm(client)

    page = client.get("/account/2fa/webauthn/add/").content.decode()

    scripts = [tag.partition(">")[0] for tag in page.split("<script")[1:]]
    assert scripts
    assert all("src=" in tag or "application/json" in tag for tag in scripts)
