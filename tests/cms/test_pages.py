"""The first pages, the home page in both languages, and the terms' version."""

import datetime as dt

import pytest
from django.test import Client
from wagtail.models import Page

from cms import first_pages
from cms.models import HomePage, PolicyPage
from marketplace.records import rules

pytestmark = pytest.mark.django_db


def test_the_first_pages_are_made_once():
    assert HomePage.objects.count() == 2
    assert PolicyPage.objects.count() == 2 * len(first_pages.POLICIES)

    assert first_pages.make() == 0


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "Mùa nào thức nấy"),
        ("/en/", "To every season its fruit"),
        ("/policies/terms/", "Điều khoản mua bán"),
        ("/en/policies/terms/", "Terms of sale"),
        ("/policies/", "Quyền riêng tư"),
    ],
)
def test_pages_speak_the_language_of_their_address(client: Client, address: str, words: str):
    page = client.get(address)

    assert page.status_code == 200
    assert words in page.content.decode()


def test_the_home_page_asks_the_database_little(client: Client, django_assert_max_num_queries):
    client.get("/")

    with django_assert_max_num_queries(16):
        client.get("/")


def test_publishing_new_terms_changes_the_version_orders_keep():
    terms = PolicyPage.objects.get(slug="terms", locale__language_code="vi")
    terms.version, terms.effective_from = "2026-12", dt.date(2026, 12, 1)

    terms.save_revision().publish()

    assert rules.value("terms.version", dt.date(2026, 11, 30)) == "2025-07"
    assert rules.value("terms.version", dt.date(2026, 12, 1)) == "2026-12"


def test_an_editors_page_is_left_alone():
    home = HomePage.objects.get(locale__language_code="vi")
    home.lead = "Tuần này có dâu tây."
    home.save_revision().publish()

    first_pages.make()

    assert HomePage.objects.get(pk=home.pk).lead == "Tuần này có dâu tây."
    assert Page.objects.filter(depth=2).count() == 2
