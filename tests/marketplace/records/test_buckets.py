"""Pictures and papers in two buckets of a store: read from the environment, asked over HTTP."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client

from marketplace.records.models import Paper
from marketplace.settings import files
from tests import factories
from tests.catalog.listings.uploads import paper, photo
from tests.marketplace.records.bucket_server import Store, serving

ROOT = Path(__file__).resolve().parents[3]
PUBLIC = "https://pictures.example.vn"


@pytest.fixture
def store(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store that the market keeps its files in."""
    with serving() as opened:
        address = f"s3+http://KEY:SE%2FCRET@{opened.address}/pictures?papers=papers&public={PUBLIC}"
        settings.STORAGES = settings.STORAGES | files._buckets(address)
        # The field took its storage when the process read the environment.
        monkeypatch.setattr(Paper._meta.get_field("file"), "storage", storages["papers"])
        yield opened


def test_a_picture_is_kept_shown_from_outside_and_never_written_over(store: Store) -> None:
    storage = storages["default"]

    first = storage.save("pictures/a.jpg", ContentFile(b"one"))
    second = storage.save("pictures/a.jpg", ContentFile(b"two"))

    assert (first, first != second) == ("pictures/a.jpg", True)
    assert storage.url(first) == f"{PUBLIC}/pictures/a.jpg"
    assert storage.open(first).read() == b"one"
    assert storage.exists(first)
    kept = store.headers["/pictures/pictures/a.jpg"]
    assert "immutable" in kept["Cache-Control"]
    assert all("Credential=KEY/" in words for words in store.signed)
    storage.delete(first)
    assert not storage.exists(first)


def test_papers_lie_in_a_bucket_of_their_own_and_have_no_address(store: Store) -> None:
    storage = storages["papers"]

    name = storage.save("ab/abc", ContentFile(b"%PDF-"))

    assert list(store.objects) == ["/papers/ab/abc"]
    with pytest.raises(ValueError, match="no address"):
        storage.url(name)


@pytest.mark.django_db
def test_a_paper_handed_in_is_read_back_from_the_store(store: Store) -> None:
    owner = factories.user()
    factories.cooperative(owner=owner)
    client = Client()
    client.force_login(owner)
    client.post("/sell/cooperative/papers/", {"kind": "certificate", "upload": paper()})

    kept = Paper.objects.get()
    assert list(store.objects) == [f"/papers/{kept.token[:2]}/{kept.token}"]
    shown = client.get(f"/sell/papers/{kept.token}/")
    assert b"".join(shown.streaming_content) in store.objects.values()


@pytest.mark.django_db
def test_pages_show_pictures_from_the_public_address(store: Store) -> None:
    owner = factories.user()
    factories.cooperative(owner=owner)
    client = Client()
    client.force_login(owner)

    answer = client.post("/sell/listings/new/", {"photos": photo()}, follow=True)

    assert f'src="{PUBLIC}/pictures/' in answer.content.decode()
    assert all(name.startswith("/pictures/pictures/") for name in store.objects)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://KEY:SECRET@s3.example.vn/a?papers=b", "must look like s3"),
        ("s3+https://s3.example.vn/a?papers=b&public=https://p.vn", "key and secret"),
        ("s3+https://KEY:SECRET@/a?papers=b&public=https://p.vn", "server"),
        ("s3+https://KEY:SECRET@s3.vn/?papers=b&public=https://p.vn", "a bucket each"),
        ("s3+https://KEY:SECRET@s3.vn/a?public=https://p.vn", "a bucket each"),
        ("s3+https://KEY:SECRET@s3.vn/a?papers=a&public=https://p.vn", "a private one"),
        ("s3+https://KEY:SECRET@s3.vn/a?papers=b", "public="),
        ("s3+https://KEY:SECRET@s3.vn/a?papers=b&public=p.vn", "public="),
        ("s3+https://KEY:SECRET@s3.vn:99999/a?papers=b&public=https://p.vn", "port"),
        ("s3+https://KEY:SECRET@s3.vn/a?papers=b&public=https://p.vn&acl=x", "nobody knows acl"),
    ],
)
def test_an_address_that_makes_no_sense_is_refused_in_words(address: str, words: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=words) as refused:
        files._buckets(address)

    assert "SECRET@" not in str(refused.value).replace("KEY:SECRET@s3.example.vn/pictures", "")


def test_the_environment_decides_and_browsers_may_load_from_there() -> None:
    words = (
        "from django.conf import settings as s; print(s.STORAGES['papers']['BACKEND'], "
        "*s.CONTENT_SECURITY_POLICY['DIRECTIVES']['img-src'])"
    )
    address = f"s3+https://KEY:SECRET@s3.example.vn/pictures?papers=papers&public={PUBLIC}"

    said = subprocess.run(
        [sys.executable, "-c", words],
        cwd=ROOT,
        env=os.environ | {"STORAGE_URL": address, "DJANGO_SETTINGS_MODULE": "marketplace.settings"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert said == ["marketplace.records.buckets.PapersBucket", "'self'", "data:", PUBLIC]
