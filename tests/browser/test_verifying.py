"""verify.html in a real browser: without a network, and of one mind with verify.py."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from playwright.sync_api import Browser, BrowserContext, Page

import verify
from catalog.traceability.log import keys
from tests.catalog.traceability.conftest import now, party  # noqa: F401 -- fixtures
from tests.catalog.traceability.log.conftest import proof, say  # noqa: F401 -- fixtures
from tests.catalog.traceability.log.events import CONTEXT, events
from tests.catalog.traceability.log.test_verifying import RFC_8032, leaves, said, sealed_again

# ruff: noqa: F811 -- fixtures are named as they are asked for
pytestmark = pytest.mark.browser
FILE = settings.BASE_DIR / "verify.html"


@pytest.fixture(autouse=True)
def beside_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright's loop runs in this thread; Django would refuse the database beside it."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone in flight mode."""
    opened = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    opened.set_offline(True)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """The page, opened from a file."""
    opened = context.new_page()
    broken: list[str] = []
    opened.on("pageerror", lambda error: broken.append(str(error)))
    opened.goto(FILE.as_uri())
    yield opened
    assert broken == []


def verdicts(page: Page, proofs: list[bytes]) -> list[str]:
    """What the page says of each."""
    return page.evaluate(
        "all => all.map(raw => verify.verdict(Uint8Array.from(raw)))", [list(p) for p in proofs]
    )


def spoilt(proof: bytes) -> list[bytes]:
    """A proof changed by a byte anywhere, and in each of its values with a fresh seal."""
    chance = random.Random(11)
    found = []
    for at in chance.sample(range(len(proof)), 60):
        wrong = bytearray(proof)
        wrong[at] ^= 1 << chance.randrange(8)
        found.append(bytes(wrong))
    for way in leaves({**json.loads(proof), "seal": {}}):
        told: Any = copy.deepcopy(json.loads(proof))
        holder = told
        for step in way[:-1]:
            holder = holder[step]
        old = holder[way[-1]]
        holder[way[-1]] = old[:-2] + "B" + old[-1:] if isinstance(old, str) else old + 1
        found.append(sealed_again(told))
    return [*found, proof + b"\n", proof[:-1], b"", b"[]", b"null", b'{"format":"trace-proof/v1"}']


def test_the_page_and_the_file_agree_on_every_proof(page, proof):
    all_of_them = [proof, *spoilt(proof)]

    told = verdicts(page, all_of_them)

    assert told == [said(one) for one in all_of_them]
    assert [n for n, verdict in enumerate(told) if verdict == "true"] == [0]


def test_the_page_judges_signatures_as_the_standard_does(page):
    for key, message, signature in RFC_8032:
        wrong = f"{int(signature[0], 16) ^ 1:x}{signature[1:]}"
        told = [
            page.evaluate(
                "all => verify.signed(...all.map(raw => Uint8Array.from(raw)))",
                [list(bytes.fromhex(part)) for part in (key, one, message)],
            )
            for one in (signature, wrong)
        ]
        assert told == [True, False]


def test_the_page_hashes_any_valid_event_as_the_file_does(page):
    told: list[str] = []

    @given(events)
    @trying(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    def gather(event: dict[str, Any]) -> None:
        told.append(verify.canonical(event).decode())

    gather()

    found = page.evaluate(
        "([all, context]) => all.map(raw => verify.eventHash(JSON.parse(raw), context))",
        [told, CONTEXT],
    )
    assert found == [verify.event_hash(json.loads(raw), CONTEXT) for raw in told]


def test_somebody_chooses_a_proof_and_reads_each_step(page, proof, tmp_path):
    (tmp_path / "proof.json").write_bytes(proof)

    page.set_input_files("#proof", str(tmp_path / "proof.json"))
    page.wait_for_selector("#verdict[data-is]")

    assert page.inner_text("#verdict") == "✓ Đúng: mọi bước kiểm chứng đều khớp."
    marks = page.locator("#steps b").all_inner_texts()
    assert marks == ["✓"] * 7
    page.click("#language")
    assert page.inner_text("#verdict") == "✓ True: every step of the check agrees."
    assert "sl:destination: Hà Nội" in page.inner_text("#steps")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_changed_proof_says_which_step_failed(page, proof, tmp_path):
    told = json.loads(proof)
    told["entries"][0]["event"]["quantityList"][0]["quantity"] = 900
    (tmp_path / "proof.json").write_bytes(sealed_again(told))

    page.set_input_files("#proof", str(tmp_path / "proof.json"))
    page.wait_for_selector("#verdict[data-is]")

    assert page.inner_text("#verdict") == "✗ Sai: bằng chứng này không đúng."
    assert page.locator("#steps li.no").all_inner_texts() == [
        "✗\nSự kiện khác với sự kiện đã ghi: mã băm không khớp."
    ]


def test_the_key_of_another_province_is_not_believed(page, proof, tmp_path):
    (tmp_path / "proof.json").write_bytes(proof)
    page.set_input_files("#proof", str(tmp_path / "proof.json"))
    page.click("summary")

    for key, verdict in ((str(keys.verifier()), "true"), ("nonsense", "unreadable")):
        page.fill("#logKey", key)
        page.click("#again")
        page.wait_for_selector(f"#verdict[data-is={verdict}]")


def test_the_page_works_under_the_policy_it_is_served_with(client, context, proof, tmp_path):
    served = client.get("/verify.html")
    (tmp_path / "proof.json").write_bytes(proof)
    page = context.new_page()
    said_by_browser: list[str] = []
    page.on("console", lambda message: said_by_browser.append(message.text))
    page.route(
        "**/*",
        lambda route: route.fulfill(
            body=served.content,
            headers={
                "Content-Type": served["Content-Type"],
                "Content-Security-Policy": served["Content-Security-Policy"],
            },
        ),
    )
    page.goto("https://market.example.vn/verify.html")

    page.set_input_files("#proof", str(tmp_path / "proof.json"))

    page.wait_for_selector("#verdict[data-is=true]")
    assert said_by_browser == []
