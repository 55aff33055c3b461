"""A passkey from a real browser: enrolled once, it is the second factor at the desk's door.

Chromium plays the key (its virtual authenticator); everything else is as staff have it.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator

from marketplace.people import joining, roles
from marketplace.records import audit
from tests.browser.walking import Walker
from tests.journeys import selling

pytestmark = pytest.mark.browser

LOGIN = "hanh@example.vn"
# Where somebody stands who is not let in; the second asks on for the key while it is awaited.
DOORS = ("/account/login/", "/account/2fa/authenticate/")
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_in(who: Walker, at: str) -> None:
    """Ask for the desk, and type login and password."""
    who.go(f"{at}/desk/")
    who.fill(login=LOGIN, password=selling.PASSWORD)
    who.press('main form[action*="/login"] button:not([form])')


def path(who: Walker) -> str:
    """Where the browser stands."""
    return urlsplit(who.page.url).path


class Desk:
    """A moderator before the desk's door, in a browser with a key that answers by itself."""

    def __init__(self, hands: Walker, market: str) -> None:
        """Nobody has a second factor yet. Browsers give no passkey to an address of numbers."""
        self.hands, self.at = hands, market.replace("127.0.0.1", "localhost")
        self.boss = joining.join(email=LOGIN, password=selling.PASSWORD, verified=True)
        roles.give(self.boss, roles.MODERATOR)
        self.chromium = hands.page.context.new_cdp_session(hands.page)
        self.chromium.send("WebAuthn.enable")
        made = self.chromium.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
        self.key = {"authenticatorId": made["authenticatorId"]}

    def enrol(self) -> None:
        """Sign in, be led to the second factor, type the password again, and show the key."""
        sign_in(self.hands, self.at)
        assert path(self.hands) == "/account/2fa/"  # No desk without a second factor.
        self.hands.press('a[href="/account/2fa/webauthn/add/"]')
        self.hands.fill(password=selling.PASSWORD)
        self.hands.press("main form:has([name=password]) button")
        assert path(self.hands) == "/account/2fa/webauthn/add/"
        self.hands.fill(name="Khóa của Hạnh")
        self.hands.look("add")
        self.hands.press("#mfa_webauthn_add")

    def come_back(self) -> None:
        """Another day: no cookies, and the password is typed."""
        self.hands.page.context.clear_cookies()
        sign_in(self.hands, self.at)
        assert path(self.hands) == "/account/2fa/authenticate/"


@pytest.fixture
def desk(walker: Callable[..., Walker], market: str) -> Desk:
    """The door, the person and the key."""
    return Desk(walker("moderator"), market)


def test_a_passkey_is_enrolled_and_opens_the_desk(desk: Desk) -> None:
    desk.enrol()

    kept = Authenticator.objects.get(user=desk.boss, type=Authenticator.Type.WEBAUTHN)
    assert kept.wrap().name == "Khóa của Hạnh"
    assert len(desk.chromium.send("WebAuthn.getCredentials", desk.key)["credentials"]) == 1
    assert "account.factor_added" in [entry.what for entry in audit.of(desk.boss)]

    desk.come_back()
    desk.hands.look("authenticate")
    desk.hands.press("#mfa_webauthn_authenticate")
    desk.hands.go(f"{desk.at}/desk/")

    assert path(desk.hands) == "/desk/"


def test_the_password_alone_or_a_key_that_does_not_know_the_finger_opens_nothing(
    desk: Desk,
) -> None:
    desk.enrol()
    desk.come_back()
    desk.hands.go(f"{desk.at}/desk/")
    assert path(desk.hands) in DOORS

    desk.come_back()
    desk.chromium.send("WebAuthn.setUserVerified", {**desk.key, "isUserVerified": False})
    desk.hands.page.locator("#mfa_webauthn_authenticate").click()
    desk.hands.page.wait_for_timeout(2_000)
    desk.hands.go(f"{desk.at}/desk/")

    assert path(desk.hands) in DOORS
    desk.hands.troubles.clear()  # The refusal of the key stands in the browser's console.
