"""Pages to begin a test with, and an editor who writes them."""

import datetime as dt
import time
from typing import Any

from django.test import Client
from wagtail.models import Page

from cms.models import PromotionIndex, PromotionPage
from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records import clock
from tests import factories
from tests.rules.people import METHODS, TOTP, WHOSE


def index(kind: type[Page], language: str = "vi") -> Any:
    """The list page of a kind in a language."""
    return kind.objects.get(locale__language_code=language)


def raw(*blocks: tuple[str, Any]) -> list[dict[str, Any]]:
    """Blocks as the editor's form stores them, with keys instead of rows."""
    return [{"type": kind, "value": value} for kind, value in blocks]


def promotion(*body: tuple[str, Any], first: int = -1, last: int = 5, **other: Any) -> Any:
    """A published promotion, its days counted from today."""
    today = clock.local_day()
    facts: dict[str, Any] = {
        "title": "Tuần nhãn Sông Mã",
        "slug": "tuan-nhan",
        "lead": "Tỉnh trả phí giao.",
        "starts_on": today + dt.timedelta(days=first),
        "ends_on": today + dt.timedelta(days=last),
        "body": raw(*body),
    }
    page = PromotionPage(**facts | other)
    index(PromotionIndex).add_child(instance=page)
    return page


def editor(role: str = roles.EDITOR) -> tuple[Client, User]:
    """A client signed in with a second factor, and who it is."""
    who = factories.user()
    roles.give(who, role)
    TOTP.activate(who, "JBSWY3DPEHPK3PXP")
    client = Client()
    client.force_login(who)
    session = client.session
    session[WHOSE] = str(who.pk)
    session[METHODS] = [
        {"method": "password", "at": time.time(), "reauthenticated": True},
        {"method": "mfa", "at": time.time(), "type": "totp"},
    ]
    session.save()
    return client, who
