"""verify.html judges labels as verify.py does, in flight mode."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page

from catalog.traceability import codes, sealing
from catalog.traceability.log import keys
from catalog.traceability.models import AuthorKey
from tests.browser.test_verifying import beside_the_browser, context, page  # noqa: F401 -- fixtures
from tests.catalog.traceability.conftest import lot, now, party  # noqa: F401 -- fixtures
from tests.catalog.traceability.log.test_labels import said

# ruff: noqa: F811 -- fixtures are named as they are asked for
pytestmark = pytest.mark.browser


@pytest.fixture
def address(lot):
    """What the label of a lot holds."""
    return sealing.address(lot.party, codes.lot_path(lot))


def told(page: Page, addresses: list[str], raw: bytes) -> list[str]:
    """What the page says of each."""
    return page.evaluate(
        "([all, raw]) => all.map(one => verify.labelVerdict(one, Uint8Array.from(raw)))",
        [addresses, list(raw)],
    )


def test_the_page_and_the_file_agree_on_every_label(page, client, address):
    chance, start = random.Random(3), address.index("/t/")
    spoilt = [address]
    for at in chance.sample(range(start, len(address)), 60):
        sign = chr(ord(address[at]) ^ 1 << chance.randrange(6))
        spoilt.append(address[:at] + sign + address[at + 1 :])
    spoilt += ["", address + "&x=1", address + "#x", address + "\n", address[:-1], address + "A"]
    raw = client.get("/log/keys").content

    verdicts = told(page, spoilt, raw)

    assert verdicts == [said(one, raw) for one in spoilt]
    assert [n for n, verdict in enumerate(verdicts) if verdict == "true"] == [0]
    for wrong in (b"", b"[]", b"null", raw[:-1], raw.replace(b"HTX", b"HTY")):
        assert told(page, [address], wrong) == [said(address, wrong)]


def test_somebody_pastes_the_address_and_reads_who_printed_the_label(
    page, client, lot, address, tmp_path
):
    (tmp_path / "keys.json").write_bytes(client.get("/log/keys").content)
    page.click("summary >> nth=1")

    page.fill("#address", f" {address}\n")
    page.set_input_files("#keys", str(tmp_path / "keys.json"))
    page.click("#checkLabel")
    page.wait_for_selector("#verdict[data-is]")

    assert page.inner_text("#verdict") == "✓ Đúng: chữ ký trên tem là thật."
    assert "HTX Nắng Sông Mã" in page.inner_text("#steps")
    assert str(keys.verifier()) in page.inner_text("#facts")
    page.click("#language")
    assert page.inner_text("#verdict") == "✓ True: the signature of the label is genuine."
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_page_names_a_key_that_was_taken_back(page, client, address, tmp_path):
    keys.revoke(AuthorKey.objects.get().key_id, reason="Mất máy tính", by=None)
    raw = client.get("/log/keys").content
    (tmp_path / "keys.json").write_bytes(raw)
    page.click("summary >> nth=1")

    page.fill("#address", address)
    page.set_input_files("#keys", str(tmp_path / "keys.json"))
    page.click("#checkLabel")
    page.wait_for_selector("#verdict[data-is]")

    assert page.inner_text("#verdict") == "✗ Sai: tem này không đáng tin."
    assert "HTX Nắng Sông Mã: Mất máy tính" in page.inner_text("#steps li.no")
    assert told(page, [address], raw) == [said(address, raw)] == ["false"]
