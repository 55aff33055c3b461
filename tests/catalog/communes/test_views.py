"""The type-ahead of an address form."""

import pytest

pytestmark = pytest.mark.django_db
HERE = "/places/communes"


def test_a_typed_name_is_answered_with_the_unit_of_today(client):
    answer = client.get(HERE, {"province": "14", "q": "chieng le"})

    assert answer.json()["results"][0] == {
        "code": "03646",
        "name": "Tô Hiệu",
        "full_name": "Phường Tô Hiệu",
        "kind": "phường",
        "province": {"code": "14", "name": "Sơn La"},
        "formerly": "Phường Chiềng Lề, Thành phố Sơn La",
    }


def test_a_province_alone_lists_its_communes(client):
    assert len(client.get(HERE, {"province": "14"}).json()["results"]) == 75


def test_options_fill_a_select(client):
    page = client.get(HERE, {"province": "14", "q": "Chiềng Lề", "format": "html"})

    assert '<option value="03646">Phường Tô Hiệu (' in page.content.decode()


def test_nothing_asked_is_an_empty_list(client):
    assert client.get(HERE).json() == {"results": []}


@pytest.mark.parametrize(
    "question",
    [{"province": "1' OR 1"}, {"province": "14", "q": "x" * 121}, {"format": "xml"}],
)
def test_a_bad_question_is_refused_in_words(client, question):
    answer = client.get(HERE, question)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"] in question


@pytest.mark.parametrize("typed", ["a\0", "x" * 20_000])
def test_an_impossible_name_is_refused(client, typed):
    assert client.get(HERE, {"province": "14", "q": typed}).status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_places_are_only_read(client, method):
    assert getattr(client, method)(HERE).status_code == 405
