"""A shelf with something of everything."""

import datetime as dt

import pytest

from catalog.certificates.models import Certificate
from catalog.listings.models import Listing
from catalog.shelf import refresh
from marketplace.records import clock
from tests import database, factories

GOODS = (
    # title, category, price, units, seller, months
    ("Nhãn Sông Mã cả chùm", "fresh-fruit/longan", 89_000, 20, "Nắng", (7, 8, 9)),
    ("Nhãn chín muộn", "fresh-fruit/longan", 99_000, 20, "Mây", (8, 9)),
    ("Xoài tròn Yên Châu", "fresh-fruit/mango", 150_000, 20, "Nắng", (6, 7)),
    ("Mận hậu Mộc Châu", "fresh-fruit/plum", 60_000, 20, "Mây", (5, 6)),
    ("Cà phê Arabica rang mộc", "coffee", 120_000, 20, "Mây", ()),
    ("Chè shan tuyết Tà Xùa", "tea", 250_000, 20, "Mây", (3, 4, 5, 6, 7, 8, 9, 10, 11)),
    ("Mật ong hoa nhãn", "honey", 180_000, 20, "Nắng", ()),
    ("Sơn tra tươi", "fresh-fruit/other", 50_000, 20, "Nắng", (8, 9, 10)),
)
AUGUST = dt.datetime(2026, 8, 14, 3, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _august():
    """It is the middle of August 2026: longan, tea and docynia are in season."""
    with clock.moved_to(AUGUST):
        yield


@pytest.fixture(scope="module")
def _stocked(django_db_setup, django_db_blocker):
    """The keys of the shelf's listings by title, made once for a file of tests."""
    yield from database.lasting(django_db_blocker, stocked)


@pytest.fixture
def shelf(_stocked, db) -> dict[str, Listing]:
    """Eight listings of two cooperatives in two communes, by title; changes are taken back."""
    made = Listing.objects.in_bulk(_stocked.values())
    return {title: made[key] for title, key in _stocked.items()}


@clock.moved_to(AUGUST)
def stocked() -> dict[str, int]:
    """Put the goods on the shelf."""
    sellers = {name: factories.cooperative(f"HTX {name}") for name in ("Nắng", "Mây")}
    sellers["Nắng"].commune = factories.commune("Sông Mã")
    sellers["Nắng"].save()
    made = {}
    for title, category, price, units, seller, months in GOODS:
        listing = factories.listing(
            sellers[seller], title=title, category=category, prices=(price,), units=units
        )
        Listing.objects.filter(pk=listing.pk).update(season_months=list(months))
        made[title] = listing
    ocop = certificate(made["Nhãn Sông Mã cả chùm"], "ocop", stars=4)
    certificate(made["Chè shan tuyết Tà Xùa"], "organic")
    made["Nhãn chín muộn"].certificates.add(certificate(made["Nhãn chín muộn"], "vietgap"))
    assert ocop.stars == 4
    keys = {title: listing.pk for title, listing in made.items()}
    refresh.listings(list(keys.values()))
    return keys


def certificate(listing: Listing, scheme: str, *, stars: int | None = None) -> Certificate:
    """A certificate in force this year, borne by the listing."""
    made = Certificate.objects.create(
        cooperative=listing.cooperative,
        scheme=scheme,
        stars=stars,
        number=f"{scheme}-{listing.pk}",
        issuer="Sở Nông nghiệp và Môi trường",
        valid_from=dt.date(2026, 1, 1),
        valid_to=dt.date(2026, 12, 31),
    )
    listing.certificates.add(made)
    return made
