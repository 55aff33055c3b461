"""GS1-Conformant Resolver 1.2: which link is chosen, by the numbers of its statements."""

import pytest

from tests.catalog.traceability.resolver.asking import (
    GTIN,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [("en", "?lang=en"), ("vi,en;q=0.5", "?lang=vi"), ("fr", ""), ("en-GB,vi;q=0.9", "?lang=en")],
)
def test_12_it_leads_to_the_default_or_to_it_in_a_language_named(client, path, box, accepted, lang):
    answer = client.get(path, headers={"accept-language": accepted, "accept": "text/html,*/*"})

    assert (answer.status_code, answer["Location"]) == (307, f"/t/{box.code}{lang}")
    assert client.get(path)["Location"] == f"/t/{box.code}"


@pytest.mark.parametrize(
    ("link_type", "target"),
    [
        ("gs1:traceability", "/t/{box}?lang=vi"),
        ("traceability", "/t/{box}?lang=vi"),
        ("https://ref.gs1.org/voc/traceability", "/t/{box}?lang=vi"),
        ("https://gs1.org/voc/traceability", "/t/{box}?lang=vi"),
        ("gs1:recallStatus", "/t/{box}?lang=vi"),
        ("gs1:verificationService", "/t/{box}?lang=vi"),
        ("gs1:certificationInfo", "/t/{box}?lang=vi"),
        ("gs1:pip", "/t/gtin/09521234000013?lang=vi"),
        ("gs1:masterData", "/api/v1/listings/7"),
        ("gs1:defaultLink", "/t/{box}"),
    ],
)
def test_13_it_leads_to_the_type_asked_for_from_the_nearest_level(
    client, path, box, papers, link_type, target
):
    answer = client.get(path, {"linkType": link_type})

    location, _, query = answer["Location"].partition("linkType=")
    assert answer.status_code == 307
    assert location.rstrip("?&") == target.format(box=box.code)
    assert query


def test_13_media_type_and_language_choose_among_links_of_a_type(client, path, box):
    def target(**headers):
        return client.get(f"{path}?linkType=gs1:traceability", headers=headers)["Location"]

    assert target(accept="application/json").startswith(f"/api/v1/trace/{box.code}?")
    assert target(accept="text/html,application/json;q=0.9").startswith(f"/t/{box.code}?")
    assert target(**{"accept-language": "en"}).startswith(f"/t/{box.code}?lang=en&")
    assert target(accept="image/png").startswith(f"/t/{box.code}?")


@pytest.mark.parametrize("link_type", ["gs1:recipeInfo", "https://example.com/voc/x", "x:y", "%00"])
def test_13_a_type_that_is_not_there_is_404(client, path, link_type):
    page = client.get(path, {"linkType": link_type})
    told = client.get(path, {"linkType": link_type}, headers={"accept": "application/json"})

    assert (page.status_code, told.status_code) == (404, 404)
    assert told["Content-Type"] == "application/problem+json"
    assert link_type.removeprefix("gs1:") in told.json()["detail"]


def test_14_every_pair_of_the_query_is_passed_on(client, path, box):
    answer = client.get(f"{path}?foo=b%C3%A1r&15=260819&foo=2&empty=&lang=en")

    assert answer["Location"] == f"/t/{box.code}?foo=b%C3%A1r&15=260819&foo=2&empty=&lang=en"
    assert client.get(f"{path}?lang=en&linkType=gs1:pip")["Location"] == (
        f"/t/gtin/{GTIN}?lang=en&linkType=gs1%3Apip"
    )


def test_14_nobody_is_led_to_another_market(client, path):
    answer = client.get(f"{path}?next=https://evil.example&linkType=https://evil.example/pip")

    assert answer.status_code == 404
    assert client.get(f"{path}?u=//evil.example")["Location"].startswith("/t/")
