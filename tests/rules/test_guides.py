"""The guides for sellers and staff say what the pages say: names, addresses and pictures."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.urls import Resolver404, resolve

GUIDES = sorted((settings.BASE_DIR / "docs" / "vi").glob("*.md"))
PICTURES = settings.BASE_DIR / "docs" / "pictures"
#: The roles of members are named in the first lines of the guide as people say them.
ROLES = {"Chủ gian", "Người bán", "Người đóng gói"}


@pytest.fixture(scope="module")
def said() -> set[str]:
    """Everything the pages say in Vietnamese."""
    with (settings.BASE_DIR / "locale/vi/LC_MESSAGES/django.po").open("rb") as file:
        texts = [message.string for message in read_po(file)]
    return {one for text in texts for one in ([text] if isinstance(text, str) else text)}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_button_named_is_on_a_page(guide, said):
    named = re.findall(r"\*\*([^*]+)\*\*", guide.read_text())

    assert {" ".join(name.split()) for name in named} - said - ROLES == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_address_named_leads_to_a_page(guide):
    lost = []
    for address in re.findall(r"`(/[a-z/-]+)`", guide.read_text()):
        try:
            resolve(address)
        except Resolver404:
            lost.append(address)

    assert lost == []


def test_every_picture_is_there_small_and_used():
    documents = [settings.BASE_DIR / "README.md", *GUIDES]
    shown = {
        name
        for document in documents
        for name in re.findall(r'src="[^"]*pictures/([\w-]+\.webp)"', document.read_text())
    }

    assert shown == {path.name for path in PICTURES.glob("*.webp")}
    assert all((PICTURES / name).stat().st_size <= 60_000 for name in shown)
