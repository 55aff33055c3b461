"""Every page of the look, with invented contents: whole, without inline script or style."""

import re
from collections import Counter
from pathlib import Path

import html5lib
import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from marketplace.design import icons
from marketplace.design.samples import PAGES

FOLDER = settings.BASE_DIR / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
# Mail programs need the style beside each element; nothing of ours is served from there.
ON_THE_SITE = [file for file in TEMPLATES if "letters" not in file.parts]
_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


def page(name: str, language: str = "vi"):
    """The sample page as a parsed document."""
    template, context = PAGES[name]
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with override(language):
        html = render_to_string(template, {**context, "user": request.user}, request=request)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parse(html)


def named(file: Path) -> str:
    """The template's name, for the report."""
    return str(file.relative_to(FOLDER))


@pytest.mark.parametrize("file", ON_THE_SITE, ids=named)
def test_no_template_carries_script_or_style_inline(file):
    text = _TAGS.sub("", file.read_text(encoding="utf-8"))

    scripts = re.findall(r"<script(?![^>]*(?:\bsrc=|application/(?:ld\+)?json))[^>]*>", text)
    assert scripts == []
    assert re.findall(r"<[^>]+\s(?:style|on[a-z]+)=", text) == []
    assert "<style" not in text


def test_every_icon_that_a_template_names_exists():
    used = {
        name
        for file in TEMPLATES
        for name in re.findall(r'\{% icon "([^"]+)"', file.read_text(encoding="utf-8"))
    }

    assert used - icons.names() == set()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_sample_page_is_whole(name, language):
    document = page(name, language)

    everything = list(document.iter())
    ids = Counter(element.get("id") for element in everything if element.get("id"))
    assert document.get("lang") == language
    assert len(list(document.iter("h1"))) == 1
    assert [key for key, count in ids.items() if count > 1] == []
    assert [image.get("src") for image in document.iter("img") if image.get("alt") is None] == []
    for attribute in ("aria-labelledby", "popovertarget", "form"):
        wanted = {element.get(attribute) for element in everything} - {None}
        assert wanted - set(ids) == set()
    labels = {label.get("for") for label in document.iter("label")} - {None}
    assert labels - set(ids) == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_form_that_posts_carries_its_token(name):
    forms = [form for form in page(name).iter("form") if form.get("method") == "post"]

    assert [form.get("action") for form in forms if not form.findall(".//input")] == []


def test_short_pages_offer_nothing_that_leads_away():
    anchors = [a.get("href") for a in page("checkout").iter("a")]

    assert "/basket/" not in anchors
    assert any(href.startswith("tel:") for href in anchors)
