"""The ground the other tests stand on."""

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache
from django.db import connection, transaction
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site


@pytest.mark.django_db
def test_wagtail_has_its_root_page_locale_and_site():
    assert Page.objects.filter(depth=1).count() == 1
    assert Site.objects.filter(is_default_site=True).count() == 1
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"vi", "en"}


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits():
    ContentType.objects.create(app_label="left", model="behind")

    assert transaction.get_connection().in_atomic_block is False


@pytest.mark.django_db(transaction=True)
def test_leaves_nothing_behind_and_takes_nothing_away():
    assert not ContentType.objects.filter(app_label="left").exists()
    assert Page.objects.filter(depth=1).exists()


@pytest.mark.django_db
def test_the_database_is_postgresql_as_an_ordinary_role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT lower('ĐẶC SẢN'), unaccent('nhãn Sông Mã')")
        assert cursor.fetchone() == ("đặc sản", "nhan Song Ma")


def test_the_cache_is_a_real_server_with_numbers_of_our_own():
    cache.set("longan", "nhãn", 30)

    assert cache.get("longan") == "nhãn"
    assert issubclass(import_string(settings.CACHES["default"]["BACKEND"]), RedisCache)


@pytest.mark.django_db
def test_a_test_that_reads_english(client):
    client.get("/en/nothing-here")

    assert get_language() == "en"


def test_leaves_the_next_one_vietnamese():
    assert get_language() == "vi"
