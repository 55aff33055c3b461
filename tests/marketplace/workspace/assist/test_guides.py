"""Guides to print: one page each, in both languages."""

import pytest

from tests.marketplace.workspace.assist.hands import browser

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("start", "language"), [("", "vi"), ("/en", "en")])
@pytest.mark.parametrize("name", ["list", "take", "pack", "paid", "returned", "live"])
def test_guide_is_one_page_with_steps_and_a_drawing(owner, name, start, language):
    shown = browser(owner).get(f"{start}/sell/guides/{name}/").content.decode()

    assert f"art/guides/{name}" in shown
    assert 5 <= shown.count('<li><span class="guide-icon">') <= 6
    assert f'<html lang="{language}">' in shown


def test_guides_are_reached_from_the_stall(seller, owner):
    assert 'href="/sell/guides/"' in browser(owner).get("/sell/cooperative/").content.decode()
    assert browser(owner).get("/sell/guides/").content.decode().count("/sell/guides/") >= 6
    assert browser(owner).get("/sell/guides/none/").status_code == 404
