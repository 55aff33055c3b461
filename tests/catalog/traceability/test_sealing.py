"""Signed addresses of lots and pallets: made, told on the page, forged, taken back."""

import gzip
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings as django_settings

import verify
from catalog.traceability import codes, sealing
from catalog.traceability.codes import serials
from catalog.traceability.loading import stacking
from catalog.traceability.log import keys
from catalog.traceability.lots import packing
from catalog.traceability.models import AuthorKey
from catalog.traceability.parties import registering
from catalog.traceability.sealing import Seal

pytestmark = pytest.mark.django_db
GTIN, SSCC = "09521234000013", "095200000000000011"
GOOD = (
    "Printed by HTX Nắng Sông Mã: the signature of this label is genuine. "
    "It can be copied together with the label."
)
BAD = (
    "This label was not printed by HTX Nắng Sông Mã. Its signature is wrong. "
    "Other goods may lie behind it: do not trust this label."
)
TAKEN_BACK = (
    "The signature of this label counts no more. "
    "The key it was made with was taken back: anybody may have printed the label."
)


@pytest.fixture
def numbered(lot, item):
    """The lot with three boxes of an item that has a GTIN."""
    registering.item(item.key, name_vi=item.name_vi, gtin=GTIN, net_weight_g=2000)
    return packing.pack(lot.pk, item.key, units=3, by=None)


@pytest.fixture
def pallet(party, numbered):
    """Two of the boxes on a pallet with a number of GS1."""
    unit = stacking.open_unit(party.key, sscc=SSCC, by=None)
    stacking.load(unit.pk, [box.code for box in numbered[:2]], by=None)
    return stacking.close(unit.pk, by=None)


def signature(address):
    """What an address holds as its signature."""
    (found,) = parse_qs(urlsplit(address).query)["s"]
    return found


def seal_of(lot, path):
    """A right signature of a path by the lot's party."""
    return signature(sealing.address(lot.party, path))


def told(client, path, **query):
    """The line about the signature, what the verdict is, and how many lines of either there are."""
    page = BeautifulSoup(
        client.get(path, {"lang": "en", **query}, follow=True).content, "html.parser"
    )
    line = page.select_one(".v.n p")
    return " ".join(line.text.split()) if line else "", page.h1.text


def test_an_address_is_signed_over_the_path_as_it_is_printed(lot):
    address = sealing.address(lot.party, codes.lot_path(lot, GTIN))

    plain, _mark, found = address.partition("?s=")
    assert plain == f"{django_settings.TRACE_URL}/01/{GTIN}/10/{lot.code}"
    assert len(found) == 86
    key = bytes(AuthorKey.objects.get(party=lot.party).public)
    message = f"SLT1\n/01/{GTIN}/10/{lot.code}".encode()
    assert verify.signed(key, verify.unsealed(found), message)
    assert len(address) == sealing.length(codes.lot_path(lot, GTIN))


def test_without_a_key_of_the_province_labels_bear_no_signature(lot, settings):
    settings.TRACE_LOG_KEY = ""
    before = AuthorKey.objects.count()

    address = sealing.address(lot.party, codes.lot_path(lot))

    assert address == codes.url(lot.code)
    assert sealing.length(codes.lot_path(lot)) == len(address)
    assert AuthorKey.objects.count() == before


@pytest.mark.parametrize("gtin", ["", GTIN])
def test_the_page_of_a_lot_says_that_its_label_is_genuine(client, lot, numbered, gtin):
    path = codes.lot_path(lot, gtin)

    assert told(client, path, s=seal_of(lot, path)) == (GOOD, "Genuine lot, recorded by the market")


def test_the_page_of_a_pallet_says_that_its_label_is_genuine(client, lot, pallet):
    for path in (f"/00/{SSCC}", f"/t/{pallet.code}"):
        assert told(client, path, s=seal_of(lot, path)) == (GOOD, "Genuine pallet code")


def test_a_page_without_a_signature_says_nothing_of_one(client, lot):
    assert told(client, codes.lot_path(lot))[0] == ""


@pytest.mark.parametrize(
    "wrong",
    [
        lambda right: "",
        lambda right: right[:-1],
        lambda right: f"{right}A",
        lambda right: f"{right}==",
        lambda right: right[:-1] + ("B" if right[-1] == "A" else chr(ord(right[-1]) + 1)),
        lambda right: ("A" if right[0] != "A" else "B") + right[1:],
        lambda right: right.lower(),
        lambda right: "A" * 86,
        lambda right: "<script>" * 12,
        lambda right: "x" * 1500,
        lambda right: [right, right],
    ],
)
def test_a_wrong_signature_is_a_warning_and_the_verdict_stays(client, lot, wrong):
    path = codes.lot_path(lot)

    said = told(client, path, s=wrong(seal_of(lot, path)))

    assert said == (BAD, "Genuine lot, recorded by the market")


def test_a_signature_stands_for_one_thing_only(client, lot, numbered, pallet):
    """That of a pallet is none of its lot, and a box has none at all."""
    of_lot, of_pallet = seal_of(lot, codes.lot_path(lot)), seal_of(lot, f"/00/{SSCC}")

    assert told(client, f"/00/{SSCC}", s=of_lot)[0] == BAD
    assert told(client, codes.lot_path(lot), s=of_pallet)[0] == BAD
    assert told(client, f"/t/{numbered[0].code}", s=of_lot)[0] == BAD


def test_what_another_party_signed_is_not_the_sellers(client, lot):
    other = registering.party("cooperative-13", name="HTX Mận Hậu", commune_code="04168")
    path = codes.lot_path(lot)

    forged = signature(sealing.address(other, path))

    assert told(client, path, s=forged)[0] == BAD
    stranger = Ed25519PrivateKey.from_private_bytes(b"\7" * 32)
    invented = verify.sealed(stranger.sign(verify.label_text(path).encode()))
    assert sealing.of(lot, invented) == Seal.FALSE


def test_a_statement_of_the_log_is_no_label(lot):
    """A party's key signs entries of the log too: nothing else of it passes for a label."""
    path = codes.lot_path(lot)
    said = keys.sign(keys.active(lot.party), path)

    assert sealing.of(lot, verify.sealed(said)) == Seal.FALSE


def test_a_key_that_was_followed_stays_good_and_one_taken_back_does_not(client, lot):
    path = codes.lot_path(lot)
    old = seal_of(lot, path)
    keys.renew(lot.party_id, by=None)
    new = seal_of(lot, path)

    assert (told(client, path, s=old)[0], told(client, path, s=new)[0]) == (GOOD, GOOD)

    first = AuthorKey.objects.order_by("pk")[0]
    keys.revoke(first.key_id, reason="The laptop was stolen.", by=None)
    said = told(client, path, s=old)
    assert said == (TAKEN_BACK, "Genuine lot, recorded by the market")
    assert told(client, path, s=new)[0] == GOOD


def test_a_market_that_lost_its_key_still_reads_its_labels(client, lot, settings):
    path = codes.lot_path(lot)
    printed = seal_of(lot, path)
    settings.TRACE_LOG_KEY = ""

    assert told(client, path, s=printed)[0] == GOOD


def test_a_signature_takes_one_query_and_nonsense_none(
    client, lot, numbered, pallet, django_assert_num_queries
):
    path = codes.lot_path(lot, GTIN)
    right, plain = seal_of(lot, path), codes.path(lot.code)
    client.get(plain)  # Names of places are read once in a while.

    for query, count in (("", 3), ("?s=x", 3), (f"?s={right}", 4), (f"?s={'A' * 86}", 4)):
        with django_assert_num_queries(count):
            client.get(plain + query)


def test_pages_with_and_without_a_signature_are_never_mixed_up(client, lot):
    path = codes.lot_path(lot)
    right = seal_of(lot, path)
    addresses = [path, f"{path}?s={right}", f"{path}?s={'A' * 86}", f"{path}?s=x"]

    twice = [[client.get(address) for address in addresses] for _time in range(2)]

    assert [a.content for a in twice[0]] == [a.content for a in twice[1]]
    assert len({answer["ETag"] for answer in twice[0]}) == 4
    again = client.get(path, headers={"if-none-match": twice[0][1]["ETag"]})
    assert again.status_code == 200


@pytest.mark.parametrize("kept", ["right", "x", "a%26b=c%22%3E"])
def test_the_other_language_keeps_the_signature(client, lot, kept):
    path = codes.lot_path(lot)
    kept = seal_of(lot, path) if kept == "right" else kept

    page = BeautifulSoup(client.get(f"{path}?s={kept}&lang=vi").content, "html.parser")

    (other,) = page.select("footer a[hreflang=en]")
    assert other["href"] == f"{path}?lang=en&s={kept.replace('=', '%3D')}"
    there = BeautifulSoup(client.get(other["href"]).content, "html.parser")
    line = " ".join(there.select_one(".v.n p").text.split())
    assert line == told(client, path, s=unquote(kept))[0]


def test_the_page_stays_small_with_a_signature(client, lot, numbered):
    answer = client.get(codes.path(lot.code), {"s": seal_of(lot, codes.lot_path(lot, GTIN))})

    assert len(answer.content) <= 10_000
    sheet = Path(django_settings.BASE_DIR, "static/css/trace.css").read_bytes()
    assert len(gzip.compress(sheet)) <= 4_000
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.find_all(style=True) == []


def test_the_page_of_a_pallet_calls_it_no_lot(client, pallet):
    page = BeautifulSoup(client.get(f"/t/{pallet.code}?lang=en").content, "html.parser")

    assert page.select_one("p.m").text == f"Pallet {serials.grouped(pallet.code)}"
    assert page.find_all("ol") == []
