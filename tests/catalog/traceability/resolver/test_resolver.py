"""GS1-Conformant Resolver 1.2 (January 2026): methods, errors, headers, its description.

The tests are numbered as the eighteen statements of gs1/GS1DL-resolver-testsuite,
Conformance1_2.txt; the rest stand in the files beside this one. The second, HTTPS, is the business
of the server in front: the addresses named here are those of ``TRACE_URL``.
"""

import pytest
from django.conf import settings as django_settings

from catalog.traceability import recalls
from tests.catalog.traceability.resolver.asking import (
    GTIN,
    LINKSET,
    ROOT,
    VOC,
    link_header,
    linkset,
)
from tests.catalog.traceability.test_compression import compressed

pytestmark = pytest.mark.django_db


def test_01_get_head_and_options_are_answered(client, path):
    asked, looked, told = client.get(path), client.head(path), client.options(path)

    assert (asked.status_code, looked.status_code, told.status_code) == (307, 307, 204)
    assert looked["Location"] == asked["Location"]
    assert looked["Link"] == asked["Link"]
    assert told["Allow"] == "GET, HEAD, OPTIONS"
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)(path).status_code == 405


def test_03_pages_of_every_origin_may_ask(client, path):
    asked = [path, "/01/09521234000014", f"/01/{GTIN}/10/NO", "/.well-known/gs1resolver"]

    for answer in [*map(client.get, asked), client.options(path)]:
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
        assert answer["Access-Control-Expose-Headers"] == "Link, Location"


def test_05_a_compressed_link_leads_to_the_page_and_tells_the_long_one(client, box, path):
    pairs = [("01", GTIN), ("10", box.lot.code), ("21", box.code)]
    words = (f"/{compressed(pairs)}", f"/01/{GTIN}/{compressed(pairs[1:])}")

    for word in words:
        for answer in (client.get(word), client.get(f"{word}/")):
            assert (answer.status_code, answer["Location"]) == (307, f"/t/{box.code}")
            assert link_header(answer)["owl:sameAs"] == f"{ROOT}{path}"
            assert link_header(answer)["linkset"] == f"{ROOT}{path}?linkType=linkset"
        assert linkset(client, word) == linkset(client, path)
    assert "owl:sameAs" not in link_header(client.get(path))


def test_04_a_damaged_word_is_400_and_a_page_stays_a_page(client, box):
    word = compressed([("01", GTIN), ("21", box.code)])

    assert client.get(f"/{word[:-3]}").status_code == 400
    assert client.get(f"/01/{GTIN}/{word}").status_code == 400
    assert client.get("/no-such-page-here/").status_code == 404
    assert client.get("/search").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ("/01/09521234000014", "01"),
        (f"/01/{GTIN}/21/A/10/B", "01"),
        (f"/01/{GTIN}/10/N%C3%BA", "10"),
        (f"/01/{GTIN}?15=261331", "15"),
        (f"/01/{GTIN}?427=05", "427"),
        (f"/01/{GTIN}/foo", ""),
    ],
)
def test_06_a_wrong_address_is_400_and_says_where(client, path, wrong, where):
    page = client.get(wrong, headers={"accept": "text/html"})
    told = client.get(wrong, headers={"accept": "application/json"})

    assert (page.status_code, told.status_code) == (400, 400)
    assert page["Content-Type"].startswith("text/html")
    assert told["Content-Type"] == "application/problem+json"
    assert {name: told.json()[name] for name in ("type", "title", "status", "identifier")} == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "identifier": where,
    }
    assert told.json()["detail"]
    assert "Location" not in page


@pytest.mark.parametrize("accept", ["text/html", "application/json", LINKSET, "*/*"])
@pytest.mark.parametrize("query", ["", "?linkType=linkset", "?linkType=all", "?linkType=gs1:pip"])
def test_07_an_error_is_never_200(client, path, accept, query):
    for address, status in (
        (f"/01/{GTIN}/10/ANOTHER", 404),
        ("/01/09521234000020", 404),
        ("/00/095212340000000174", 404),
        ("/01/1", 400),
    ):
        answer = client.get(f"{address}{query}", headers={"accept": accept})
        assert answer.status_code == status
        assert "Link" not in answer


def test_09_the_linkset_is_named_even_when_leading_away(client, path, box):
    for query in ("", "?linkType=gs1:pip", "?linkType=linkset"):
        assert link_header(client.get(path + query)).items() >= {
            ("linkset", f"{ROOT}{path}?linkType=linkset"),
            (f"{VOC}defaultLink", f"{ROOT}/t/{box.code}"),
        }


def test_15_the_resolver_describes_itself(client):
    answer = client.get("/.well-known/gs1resolver")

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer.json() == {
        "name": django_settings.MARKET_NAME,
        "resolverRoot": ROOT,
        "supportedPrimaryKeys": ["00", "01", "414", "417"],
        "supportedLinkType": [{"namespace": VOC, "prefix": "gs1:"}],
        "linkTypeDefaultCanBeLinkset": False,
        "contact": {"fn": django_settings.MARKET_NAME, "hasTelephone": "tel:0212000000"},
    }


def test_18_a_slash_at_the_end_changes_nothing(client, path):
    one, other = client.get(path), client.get(f"{path}/")

    assert (one.status_code, one["Location"]) == (other.status_code, other["Location"])
    assert linkset(client, path) == linkset(client, f"{path}/")


def test_the_page_of_a_box_does_not_pretend_to_be_a_digital_link(client, box):
    answer = client.get(f"/t/{box.code}")

    assert "Link" not in answer
    assert "gs1" not in answer.content.decode().lower()


def test_a_recall_is_told_behind_every_link(client, path, box):
    recalls.recall(box.lot_id, reason="Thuốc còn tồn dư", by=None)

    answer = client.get(f"{path}?linkType=gs1:recallStatus", follow=True)

    assert "Thuốc còn tồn dư" in answer.content.decode()


def test_leading_away_takes_one_query_and_the_linkset_two(client, path, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(path)
    with django_assert_num_queries(2):
        client.get(f"{path}?linkType=linkset")


def test_guessing_is_slowed_down_here_too(client, path):
    wrong = f"/01/{GTIN}/21/K7Q2M9X4T8BD"
    for number in range(120):
        client.get(wrong, headers={"accept": "application/json" if number % 2 else "text/html"})

    refused = client.get(path, headers={"accept": "application/json"})
    page = client.get(path)

    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert refused["Content-Type"] == "application/problem+json"
    assert page.status_code == 429
    assert client.get(path, REMOTE_ADDR="203.0.113.9").status_code == 307


def test_at_its_own_name_the_whole_address_is_given(client, path, box, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.TRACE_URL = "https://txng.example.vn"

    answer = client.get(path, headers={"host": "txng.example.vn"}, secure=True)

    assert answer["Location"] == f"https://txng.example.vn/t/{box.code}"
