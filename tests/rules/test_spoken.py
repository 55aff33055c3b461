"""Pages speak one language: Vietnamese bare, English under /en/."""

import logging

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Comment
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from marketplace import permissions
from tests import factories
from tests.rules import people, urls
from tests.rules.objects import OBJECTS

# Between them they see every page there is.
READERS = (people.ANONYMOUS, "owner", "superuser")
ATTRIBUTES = ("title", "alt", "aria-label", "placeholder", "data-l")
# Rooms of other people's software that stay in English (docs/languages.md).
FOREIGN = ("admin:", "dashboard:", "style", "django.views.", "api:", "records:")
# Screens of Wagtail in docs/languages.md; those with an object are walked by reading, not here.
WAGTAIL = (
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "wagtailadmin_account",
    "wagtailimages:index",
    "wagtailimages:add_multiple",
    "wagtaildocs:index",
)
# What stands unmarked in Wagtail's own templates.
UNMARKED = {"Actions", "Search"}


@pytest.fixture(scope="module")
def pairs():
    """Every message of both catalogues that differs in the two languages, as whole texts."""
    found = set()
    for folder in settings.LOCALE_PATHS:
        with (folder / "vi" / "LC_MESSAGES" / "django.po").open("rb") as file:
            for message in read_po(file, locale="vi"):
                if message.id and isinstance(message.id, str) and message.id != message.string:
                    found.add((_closed(message.id), _closed(message.string)))
    return found


@pytest.fixture(scope="module")
def own(everybody, django_db_blocker):
    """The pages of one of everything the members' cooperative has, and something on the shelf."""
    with django_db_blocker.unblock():
        factories.pack(everybody.theirs)
        return [reverse(name, kwargs=make(everybody.ours)) for name, make in OBJECTS.items()]


@pytest.fixture
def world(everybody, db):
    """Everybody; what is refused is not logged."""
    logging.disable(logging.WARNING)
    yield everybody
    logging.disable(logging.NOTSET)


def _closed(words):
    return " ".join(words.split())


def _visit(client, path):
    with transaction.atomic():
        response = client.get(path)
        transaction.set_rollback(True)
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return response.content.decode() if is_page and response.status_code < 500 else ""


def said(html):
    """The texts of a page: what stands between tags, and in attributes that people meet."""
    page = BeautifulSoup(html, "html.parser")
    for silent in page(["script", "style", "svg", "template"]):
        silent.decompose()
    # What growers wrote is Vietnamese on English pages too, and marked so for who hears it read.
    if page.html and page.html.get("lang") == "en":
        for theirs in page.body.find_all(lang="vi"):
            theirs.decompose()
    texts = {_closed(text) for text in page.find_all(string=True) if not isinstance(text, Comment)}
    return texts | {
        _closed(str(tag[name])) for name in ATTRIBUTES for tag in page.find_all(attrs={name: True})
    }


def addresses(kind, world, own):
    """Pages this kind of person may open: those without objects, and a member's own."""
    for url in urls.every():
        audience = permissions.audience_of(url.name)
        wanted = url.name in WAGTAIL or not url.name.startswith(("wagtail", "simple_tr", *FOREIGN))
        if url.path and audience and wanted and audience.includes(world.people[kind]):
            yield url.path
    if kind == "owner":
        yield from own


def wrong(kind, world, own, forbidden, prefix=""):
    """What is said in the wrong language, and where first."""
    client, found = world.client(kind), {}
    for path in addresses(kind, world, own):
        for text in said(_visit(client, prefix + path)) & forbidden:
            found.setdefault(text, path)
    return found


@pytest.mark.parametrize("kind", READERS)
def test_vietnamese_pages_say_nothing_in_english(world, own, pairs, kind):
    vietnamese = {words for _, words in pairs}
    english = {words for words, _ in pairs} - vietnamese - UNMARKED

    assert wrong(kind, world, own, english) == {}


@pytest.mark.parametrize("kind", [*READERS[:-1], pytest.param(READERS[-1], marks=pytest.mark.slow)])
def test_english_pages_say_nothing_in_vietnamese(world, own, pairs, kind):
    vietnamese = {words for _, words in pairs if not words.isascii()}

    with translation.override("en"):
        assert wrong(kind, world, own, vietnamese, prefix="/en") == {}
