"""GS1-Conformant Resolver 1.2: the list of links, by the numbers of its statements."""

import pytest

from catalog.traceability.parties import registering
from catalog.traceability.resolver import links
from tests.catalog.traceability.resolver.asking import (
    GTIN,
    LINKSET,
    ROOT,
    VOC,
    link_header,
    linkset,
    said,
)

pytestmark = pytest.mark.django_db

DEFAULTS = ["defaultLink", "defaultLinkMulti"]


def names(level):
    return sorted(name.removeprefix(VOC) for name in level if name.startswith(VOC))


def test_08_the_linkset_holds_every_level_up_to_the_key(client, path, box, papers):
    answer = client.get(f"{path}?linkType=linkset&15=260819")

    assert (answer.status_code, answer["Content-Type"]) == (200, LINKSET)
    levels = answer.json()["linkset"]
    assert [level["anchor"] for level in levels] == [
        f"{ROOT}{path}",
        f"{ROOT}/01/{GTIN}/10/{box.lot.code}",
        f"{ROOT}/01/{GTIN}",
    ]
    assert [names(level) for level in levels] == [
        [
            *("certificationInfo", *DEFAULTS, "epcis", "recallStatus"),
            *("traceability", "verificationService"),
        ],
        ["certificationInfo", *DEFAULTS, "epcis", "recallStatus", "traceability"],
        [*DEFAULTS, "masterData", "pip"],
    ]


def test_08_a_link_stands_once_for_each_language_and_once_for_machines(client, path, box):
    levels = linkset(client, path)

    assert levels[0][f"{VOC}traceability"] == [
        {
            "href": f"{ROOT}/t/{box.code}?lang=vi",
            "title": said(links.TRACE, "vi"),
            "type": "text/html",
            "hreflang": ["vi"],
        },
        {
            "href": f"{ROOT}/t/{box.code}?lang=en",
            "title": "Who grew it, and its way here",
            "type": "text/html",
            "hreflang": ["en"],
        },
        {
            "href": f"{ROOT}/api/v1/trace/{box.code}",
            "title": said(links.RECORD, "vi"),
            "type": "application/json",
            "hreflang": ["vi", "en"],
        },
    ]


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        ("?linkType=linkset", None, LINKSET),
        ("?linkType=all", None, LINKSET),
        ("?linktype=linkset", "text/html", LINKSET),
        ("?linkType=linkset", "application/json", "application/json"),
        ("", LINKSET, LINKSET),
        ("", "application/json", "application/json"),
        ("", f"text/html;q=0.5, {LINKSET}", LINKSET),
    ],
)
def test_08_the_linkset_is_had_by_name_or_by_media_type(client, path, query, accept, kind):
    answer = client.get(f"{path}{query}", headers={"accept": accept} if accept else {})

    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert len(answer.json()["linkset"]) == 3
    assert link_header(answer)["http://www.w3.org/ns/json-ld#context"] == (
        "https://ref.gs1.org/standards/resolver/linkset-context"
    )
    assert {word.strip() for word in answer["Vary"].split(",")} >= {"Accept", "Accept-Language"}


def test_10_every_level_has_exactly_one_default_with_nothing_but_a_title(client, path, box):
    defaults = [level[f"{VOC}defaultLink"] for level in linkset(client, path)]

    assert [[sorted(link) for link in links] for links in defaults] == [[["href", "title"]]] * 3
    assert [links[0]["href"] for links in defaults] == [
        f"{ROOT}/t/{box.code}",
        f"{ROOT}/t/{box.lot.code}",
        f"{ROOT}/t/gtin/{GTIN}",
    ]


def test_11_every_link_has_address_type_title_and_languages(client, path, papers):
    for level in linkset(client, path):
        for name, found in level.items():
            if name in ("anchor", "description", f"{VOC}defaultLink"):
                continue
            assert name.startswith(VOC)
            for link in found:
                assert sorted(link) == ["href", "hreflang", "title", "type"]
                assert link["href"].startswith(f"{ROOT}/")
                assert link["title"]
                assert set(link["hreflang"]) <= {"vi", "en"}


def test_11_what_the_linkset_names_is_there(client, path, box):
    for level in linkset(client, path):
        for name, found in level.items():
            if name.startswith(VOC):
                for link in found:
                    answer = client.get(link["href"].removeprefix(ROOT))
                    assert answer.status_code == 200
                    if "type" in link:
                        assert answer["Content-Type"].startswith(link["type"])


def test_16_every_link_type_is_of_the_gs1_vocabulary(client, path, papers, party):
    registering.party(party.key, name=party.name, gln="9521234000020")
    ratified = {
        *("certificationInfo", "defaultLink", "defaultLinkMulti", "epcis", "locationInfo"),
        *("masterData", "organisationInfo", "pip", "recallStatus", "traceability"),
        "verificationService",
    }

    for asked in (path, "/414/9521234000020", "/417/9521234000020"):
        for level in linkset(client, asked):
            named = {name for name in level if name not in ("anchor", "description")}
            assert named <= {VOC + name for name in ratified}


def test_17_nobody_is_handed_on_to_another_resolver(client, path):
    assert "handledBy" not in client.get(f"{path}?linkType=linkset").content.decode()
