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


def test_a_digital_link_opens_the_same_page(client, numbered, lot):
    printed = codes.address(numbered)
    path = f"/01/09521234000013/10/{lot.code}/21/{numbered.code}"

    assert printed == f"{django_settings.TRACE_URL}{path}"
    for address in (path, f"{path}/", f"{path}?linkType=gs1:pip&15=260819"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert numbered.code in answer.content.decode().replace(" ", "")
    for address in (f"/01/09521234000013/21/{numbered.code}", f"/01/09521234000013/10/{lot.code}"):
        assert client.get(address).status_code == 200
    assert client.head(path).status_code == 200


def test_a_gtin_alone_opens_the_item_and_asks_for_the_box(client, numbered):
    answer, page = see(client, "/01/09521234000013")

    assert answer.status_code == 200
    assert "This code stands for every box of this kind" in words(page)


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
