"""What every answer carries, and what no page takes."""

import pytest
from django.test import Client

from tests.marketplace.people.conftest import PASSWORD, is_signed_in

pytestmark = pytest.mark.django_db

PAGE = "/account/login/"


def _policy(response):
    """The content security policy, by directive."""
    parts = response["Content-Security-Policy"].split(";")
    return {p.split()[0]: p.split()[1:] for p in parts if p.strip()}


@pytest.mark.parametrize("path", [PAGE, "/en/account/login/", "/nowhere", "/account/"])
def test_our_pages_carry_the_strict_headers(client, path):
    response = client.get(path)

    policy = _policy(response)
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=(self)" in response["Permissions-Policy"]
    assert len(response["X-Request-ID"]) == 16


@pytest.mark.parametrize("path", ["/cms/", "/admin/", "/dashboard/"])
def test_back_offices_have_the_looser_policy_and_are_kept_nowhere(client, path):
    response = client.get(path)

    assert _policy(response)["script-src"] == ["'self'", "'unsafe-inline'"]
    assert _policy(response)["frame-ancestors"] == ["'self'"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Cache-Control"] == "no-store, private"


def test_cookies_are_kept_from_scripts_and_other_sites(client):
    client.get(PAGE)

    cookie = client.cookies["csrf"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.parametrize(
    "path",
    [
        f"{PAGE}?next=%00",
        "/account/%00/",
        f"{PAGE}?page=-1",
        f"{PAGE}?page=0",
        f"{PAGE}?page=1.5",
        f"{PAGE}?page=NaN",
        f"{PAGE}?page=٣",
        f"{PAGE}?page=1000000000000000000000000000000",
        f"{PAGE}?q={'x' * 2_001}",
        f"/account/{'x' * 20_000}/",
    ],
)
def test_what_no_page_means_is_refused(client, path):
    assert client.get(path).status_code == 400


@pytest.mark.parametrize("field", ["login", "password", "next", "\x00"])
def test_nul_in_any_field_is_refused(client, field):
    form = {"login": "lan@example.vn", "password": PASSWORD, field: "a\x00b"}

    assert client.post(PAGE, form).status_code == 400
    assert not is_signed_in(client)


def test_nul_in_the_session_cookie_is_refused(client):
    client.cookies["session"] = "abcdefgh\x00ijkl"

    assert client.get("/account/").status_code == 400


def test_five_thousand_fields_are_refused(client):
    form = {f"f{n}": "x" for n in range(5_000)}

    assert client.post(PAGE, form).status_code == 400


def test_form_without_its_token_is_refused(lan_client):
    client, form = lan_client

    assert client.post(PAGE, form).status_code == 403
    assert client.post(PAGE, {**form, "csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert not is_signed_in(client)


@pytest.fixture
def lan_client():
    """A browser whose form tokens are checked."""
    return Client(enforce_csrf_checks=True), {
        "login": "lan@example.vn",
        "password": PASSWORD,
    }


def test_refusal_is_one_log_line_without_personal_data(client, caplog):
    client.get(f"{PAGE}?next=%00&who=lan@example.vn")

    (line,) = [record for record in caplog.records if record.name == "market.refusals"]
    assert (line.status, line.reason, line.view) == (400, "query", "account_login")
    assert "lan@example.vn" not in str(vars(line))


def test_given_request_id_is_taken_only_from_our_proxy(client, settings):
    forged = client.get(PAGE, headers={"x-request-id": "forged-0000"})
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    passed_on = client.get(PAGE, headers={"x-request-id": "proxy-0001"})

    assert forged["X-Request-ID"] != "forged-0000"
    assert passed_on["X-Request-ID"] == "proxy-0001"
