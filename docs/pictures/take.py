"""Takes the pictures of README and guides from a running demonstration: `make pictures`.

Start `make run` first and wait for the seed. `MARKET` is its address (http://127.0.0.1:8000); the
accounts are read from `VAR_DIR/demo.json`. Needs Debian's Chromium.
"""  # noqa: INP001 -- a program beside what it makes, no package

import base64
import hashlib
import hmac
import io
import json
import os
import re
import time
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HERE = Path(__file__).resolve().parent
MARKET = os.environ.get("MARKET", "http://127.0.0.1:8000")
VAR = Path(os.environ.get("VAR_DIR") or HERE.parents[1] / "var")
HEAVIEST = 60_000  # bytes
_signed_in: dict[str, Any] = {}


class Shot(NamedTuple):
    """One picture: its file, where, as whom, how wide and how high."""

    name: str
    address: str
    role: str = ""
    width: int = 360
    height: int = 780
    follow: str = ""
    busy: str = ""  # what the page must hold: the first account is taken whose page does


PARCEL = "main a[href*='/sell/orders/'][href$='-1/'], main a[href*='/sell/orders/'][href$='-2/']"
NUMBER = r"/sell/orders/[A-Z0-9]+-[A-Z0-9-]+/$"
SHOTS = (
    Shot("home", "/"),
    Shot("product", "/search?q=mat+ong", follow=r"/p/[\w-]+$"),
    Shot("today", "/sell/", role="cooperative_owner", busy=".task"),
    Shot("listing", "/sell/listings/", role="cooperative_owner", follow=r"/sell/listings/\d+/$"),
    Shot("stock", "/sell/stock/", role="cooperative_owner"),
    Shot("orders", "/sell/orders/?list=pack", role="cooperative_owner", busy=PARCEL),
    Shot(
        "pack",
        "/sell/orders/?list=pack",
        role="cooperative_owner",
        busy=PARCEL,
        follow=NUMBER,
    ),
    Shot("own-figures", "/sell/figures/", role="cooperative_owner", busy="main tbody tr"),
    Shot("desk", "/desk/", role="moderator", width=1280, height=900),
    Shot("figures", "/desk/figures/", role="analyst", width=1280, height=1000),
    Shot("kpi", "/desk/kpi/", role="analyst", width=1280, height=900),
    Shot(
        "diff",
        "/desk/listings/",
        role="moderator",
        width=1280,
        height=900,
        follow=r"/desk/changes/\d+/$",
    ),
)


def main() -> None:
    """Give the desk something to look at, then take every picture in a browser of its own."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        _propose(browser)
        _accept(browser)
        for shot in SHOTS:
            _keep(_take(browser, shot), HERE / f"{shot.name}.webp")
        browser.close()


def _propose(browser: Browser) -> None:
    """As a cooperative, propose another price for a pack, once."""
    context = browser.new_context()
    page = context.new_page()
    _sign_in(page, _accounts("cooperative_owner")[0])
    page.goto(f"{MARKET}/sell/listings/")
    page.goto(_first(page, r"/sell/listings/\d+/$"))
    if page.locator("form[action$='/change/']").count():
        page.click("form[action$='/change/'] button")
        draft = page.url
        page.goto(f"{draft}packs/")
        page.fill("[name$='-price'] >> nth=0", "98.000")
        page.click("button[data-once]")
        page.goto(draft)
        page.click("form:not([action]) button[data-once]")
    context.close()


def _accept(browser: Browser) -> None:
    """As whoever has a new order, take it: then there is a parcel to pack."""
    context = browser.new_context()
    page = context.new_page()
    for account in _accounts("cooperative_owner"):
        _enter(context, page, account)
        page.goto(f"{MARKET}/sell/orders/?list=confirm")
        if page.locator(PARCEL).count():
            page.goto(_first(page, NUMBER))
            page.click("form[action$='/accept/'] button")
            break
    context.close()


def _take(browser: Browser, shot: Shot) -> bytes:
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        device_scale_factor=1 if shot.width > 600 else 2,
        locale="vi-VN",
    )
    page = context.new_page()
    for account in _accounts(shot.role) if shot.role else [{}]:
        if account:
            _enter(context, page, account)
        page.goto(MARKET + shot.address)
        if not shot.busy or page.locator(shot.busy).count():
            break
    if shot.follow:
        page.goto(_first(page, shot.follow))
    page.evaluate("() => document.fonts.ready")
    picture = page.screenshot()
    context.close()
    return picture


def _first(page: Page, pattern: str) -> str:
    """The first link of the page whose address fits."""
    links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    return next(link for link in links if re.search(pattern, link))


def _accounts(role: str) -> list[dict[str, str]]:
    """The demonstration's accounts of a role, in its order."""
    accounts = json.loads((VAR / "demo.json").read_text())
    return [account for account in accounts if account["role"] == role]


def _enter(context: BrowserContext, page: Page, account: dict[str, str]) -> None:
    """As somebody who has signed in before, if he has: a code counts once in thirty seconds."""
    context.clear_cookies()
    if account["login"] not in _signed_in:
        _sign_in(page, account)
        _signed_in[account["login"]] = context.cookies()
    context.clear_cookies()
    context.add_cookies(_signed_in[account["login"]])


def _sign_in(page: Page, account: dict[str, str]) -> None:
    """By the one page, with the second factor where the role has one."""
    page.goto(f"{MARKET}/account/login/")
    page.fill("[name=login]", account["login"])
    page.fill("[name=password]", account["password"])
    page.press("[name=password]", "Enter")
    if "totp_secret" in account:
        page.fill("[name=code]", _code(account["totp_secret"]))
        page.press("[name=code]", "Enter")
    page.wait_for_url(lambda address: "/login" not in address and "/authenticate" not in address)


def _code(secret: str) -> str:
    """What an authenticator shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    moment = int(time.time() // 30).to_bytes(8, "big")
    digest = hmac.new(key, moment, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def _keep(picture: bytes, path: Path) -> None:
    """Write the picture as WebP, as good as its weight allows."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for quality in range(90, 30, -5):
        out = io.BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= HEAVIEST:
            break
    path.write_bytes(out.getvalue())
    print(f"{path.name}: {image.width} x {image.height}, {out.tell() // 1000} kB")


if __name__ == "__main__":
    main()
