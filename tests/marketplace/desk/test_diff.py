"""What a moderator sees of a change: photos and certificates with what happens to each."""

import dataclasses
import datetime as dt
import re

import pytest

from catalog.certificates.models import Certificate
from catalog.listings import pictures, proposals, proposing
from catalog.listings.proposals import Shot
from marketplace.records import clock
from tests.catalog.listings.uploads import photo
from tests.catalog.moderation.conftest import decide
from tests.marketplace.desk.test_pages import waiting


@pytest.fixture
def on_sale(hanh):
    """An approved listing with one photo."""
    change = waiting()
    decide(change, hanh)
    change.listing.refresh_from_db()
    return change.listing


def another_photo(listing, seed):
    """A photo of the same cooperative, as a proposal names it."""
    owner = listing.changes.earliest("pk").proposed_by
    taken = pictures.take(photo(seed=seed), cooperative_id=listing.cooperative_id, by=owner)
    return Shot(taken.token, "")


def certificate(cooperative, number):
    """A certificate that is good for a year."""
    today = clock.local_day()
    return Certificate.objects.create(
        cooperative=cooperative,
        scheme=Certificate.Scheme.VIETGAP,
        number=number,
        issuer="Tổ chức chứng nhận thử",
        valid_from=today,
        valid_to=today + dt.timedelta(days=365),
    )


def proposed(listing, **facts):
    """A change of the listing as it stands."""
    old = proposals.as_it_stands(listing)
    return proposing.propose(
        listing.cooperative_id,
        dataclasses.replace(old, **facts),
        by=listing.changes.earliest("pk").proposed_by,
        listing_id=listing.pk,
        base_version=listing.version,
    )


def shown(desk, change):
    """The fields that the page sets side by side, by their headings, in English."""
    page = desk.get(f"/en/desk/changes/{change.pk}/").content.decode()
    sections = re.findall(r'<section class="diff".*?</section>', page, re.DOTALL)
    heads = [re.search(r"<h2.*?</h2>", one, re.DOTALL)[0] for one in sections]
    titles = [re.sub(r"<[^>]+>", "", head) for head in heads]
    return {" ".join(title.split()): one for title, one in zip(titles, sections, strict=True)}


def badges(section):
    """The words at the photos of a field."""
    return re.findall(r'<span class="badge (?:ok|bad|thin)">([^<]+)</span>', section)


def test_photo_that_comes_and_one_that_goes_say_so(desk, on_sale):
    change = proposed(on_sale, pictures=(another_photo(on_sale, 2), another_photo(on_sale, 3)))

    fields = shown(desk, change)

    assert list(fields) == ["Photos 2 added, 1 taken away"]
    (photos,) = fields.values()
    assert badges(photos) == ["taken away", "added", "added"]
    assert photos.count("<img") == 3


def test_photos_in_another_order_are_marked_as_moved(desk, on_sale, hanh):
    (first,) = proposals.as_it_stands(on_sale).pictures
    second = another_photo(on_sale, 2)
    decide(proposed(on_sale, pictures=(first, second)), hanh)
    on_sale.refresh_from_db()

    fields = shown(desk, proposed(on_sale, pictures=(second, first)))

    assert list(fields) == ["Photos other order"]
    assert badges(*fields.values()) == ["moved"] * 4


def test_certificate_that_joins_and_one_that_goes_stand_side_by_side(desk, on_sale, hanh):
    old, new = (certificate(on_sale.cooperative, number) for number in ("VG-1", "VG-2"))
    decide(proposed(on_sale, certificates=(old.pk,)), hanh)
    on_sale.refresh_from_db()

    fields = shown(desk, proposed(on_sale, certificates=(new.pk,)))

    assert list(fields) == ["Certificates New certificate: VietGAP VG-2"]
    before, after = next(iter(fields.values())).split('<p class="k">Proposed</p>')
    assert "<del>1</del>" in before.replace("VG-", "")
    assert "<ins>2</ins>" in after.replace("VG-", "")


def test_many_photos_and_certificates_ask_as_little_as_one(
    desk, on_sale, django_assert_max_num_queries
):
    papers = [certificate(on_sale.cooperative, f"VG-{n}") for n in range(6)]
    shots = tuple(another_photo(on_sale, 10 + n) for n in range(5))
    change = proposed(on_sale, pictures=shots, certificates=tuple(paper.pk for paper in papers))
    desk.get(f"/en/desk/changes/{change.pk}/")

    with django_assert_max_num_queries(32):
        fields = shown(desk, change)

    photos, certificates = fields
    assert photos == "Photos 5 added, 1 taken away"
    assert certificates.count("New certificate: VietGAP") == 6
