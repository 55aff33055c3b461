"""A buyer's hands: fill a basket and go through checkout as a browser without JavaScript does."""

import re
from typing import Any

from django.test import Client

from catalog.listings.models import Pack
from tests import factories

HANOI = "01"


def address(**other: str) -> dict[str, str]:
    """What a guest types about himself."""
    ward = factories.commune("Ba Đình", province=HANOI)
    return {
        "name": "Nguyễn Minh Thu",
        "phone": "0912 345 678",
        "email": "thu@example.vn",
        "province": HANOI,
        "commune": ward.full_name,
        "street": "12 ngõ 40 phố Linh Lang",
        "note": "",
    } | other


def fill(client: Client, *packs: Pack, quantity: int = 1, source: str = "search") -> None:
    """Put packs into the client's basket."""
    for pack in packs:
        put = {"pack": pack.pk, "quantity": quantity, "source": source}
        answer = client.post("/basket/add/", put)
        assert answer.status_code == 302, answer.content.decode()[:2000]


def price(client: Client, **other: str) -> str:
    """Tell who and where; answers the page with the delivery priced."""
    answer = client.post("/checkout/", {**address(**other), "step": "price"})
    assert answer.status_code == 302, answer.content.decode()[:4000]
    page = client.get("/checkout/")
    assert page.status_code == 200
    return page.content.decode()


def form(page: str, **other: str) -> dict[str, str]:
    """What the browser would post back from the priced page."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    chosen = dict(re.findall(r'<input type="radio" name="([\w-]+)" value="([\w-]+)" checked', page))
    hidden.pop("csrfmiddlewaretoken", None)
    return {**address(), **hidden, **chosen, "consent": "yes", "step": "place"} | other


def place(client: Client, **other: str) -> Any:
    """Go all the way; answers what the last press of the button answered."""
    return client.post("/checkout/", form(price(client), **other))
