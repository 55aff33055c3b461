"""Digital Links, over HTTP: 400 for wrong syntax, 404 for what nobody issued."""

import pytest
from django.conf import settings as django_settings

from catalog.traceability import codes
from catalog.traceability.lots import packing
from catalog.traceability.parties import registering
from tests.catalog.traceability.reading import see, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbered(lot, item):
    """A box of an item that has a GTIN of its own."""
    registering.item(item.key, name_vi=item.name_vi, gtin="9521234000013", net_weight_g=2000)
    return packing.pack(lot.pk, item.key, units=1, by=None)[0]


def test_a_printed_link_leads_to_the_page_of_the_box(client, numbered, lot):
    path = f"/01/09521234000013/10/{lot.code}/21/{numbered.code}"

    answer = client.get(path, follow=True)

    assert codes.address(numbered) == f"{django_settings.TRACE_URL}{path}"
    assert answer.redirect_chain == [(f"/t/{numbered.code}", 307)]
    assert answer.status_code == 200
    assert numbered.code in answer.content.decode().replace(" ", "")


@pytest.mark.parametrize("slash", ["", "/"])
def test_every_level_leads_to_its_page(client, numbered, lot, slash):
    ways = {
        f"/01/09521234000013/10/{lot.code}/21/{numbered.code}": f"/t/{numbered.code}",
        f"/01/09521234000013/21/{numbered.code}": f"/t/{numbered.code}",
        f"/01/09521234000013/10/{lot.code}": f"/t/{lot.code}",
        "/01/09521234000013": "/t/gtin/09521234000013",
    }

    answers = {path: client.get(path + slash) for path in ways}

    assert {path: answer["Location"] for path, answer in answers.items()} == ways
    assert {answer.status_code for answer in answers.values()} == {307}
    assert all(client.get(target).status_code == 200 for target in ways.values())


def test_a_gtin_alone_opens_the_item_and_asks_for_the_box(client, numbered):
    answer, page = see(client, "/t/gtin/09521234000013")

    assert answer.status_code == 200
    assert "This code stands for every box of this kind" in words(page)
    assert client.get("/t/gtin/09521234000020").status_code == 404


@pytest.mark.parametrize("key", ["414", "417"])
def test_a_location_number_leads_to_the_party(client, party, key):
    registering.party(party.key, name=party.name, commune_code="04168", gln="9521234000020")

    answer = client.get(f"/{key}/9521234000020")
    _page, page = see(client, answer["Location"])

    assert (answer.status_code, answer["Location"]) == (307, "/t/gln/9521234000020")
    assert page.h1.text == "HTX Nắng Sông Mã"
    assert "Xã Sông Mã, Sơn La" in words(page)
    assert "9521234000020" in words(page)
    assert client.get(f"/{key}/9521234000020/7040/1ABC").status_code == 404
    assert client.get("/t/gln/9521234000013").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/01/09521234000014", 400),
        ("/01/9521234000013", 400),
        ("/01/09521234000013/21/A/10/B", 400),
        ("/01/09521234000013/10/", 400),
        ("/01/09521234000013/10/N%C3%BA", 400),
        ("/01/09521234000013?9999=x", 400),
        ("/01/09521234000013/22/2A", 404),
        ("/01/09521234000013/10/ANOTHER-LOT", 404),
        ("/01/09521234000013/21/K7Q2M9X4T8BD", 404),
        ("/01/09521234000020", 404),
        ("/00/095212340000000174", 404),
        ("/00/095212340000000175", 400),
        ("/414/9521234000013", 404),
        ("/417/9521234000014", 400),
        ("/01/", 400),
        ("/01/09521234000013/foo", 400),
        ("/01/09521234000013/10/L1/foo", 400),
        ("/8004/952123412345", 404),
        ("/253/9521234000013", 404),
        ("/253/9521234000014", 400),
    ],
)
def test_a_wrong_link_is_400_and_an_unknown_one_404(client, numbered, path, status):
    answer, page = see(client, path)

    assert answer.status_code == status
    assert page.select_one(".v.good") is None


def test_a_link_whose_parts_do_not_belong_together_is_unknown(client, numbered, party):
    other = registering.item("pack-35", name_vi="Hộp khác", gtin="9521234000020")

    assert client.get(f"/01/{other.gtin}/21/{numbered.code}").status_code == 404
    assert client.get(f"/01/09521234000013/10/XX-1/21/{numbered.code}").status_code == 404
