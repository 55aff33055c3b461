"""The style page over HTTP."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_style_page_shows_the_parts(client):
    answer = client.get("/style/")

    assert answer.status_code == 200
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert b'id="s-crops"' in answer.content


def test_a_sample_page_is_shown_in_either_language(client):
    assert client.get("/style/basket/").status_code == 200
    assert client.get("/en/style/basket/").status_code == 200


def test_an_unknown_sample_is_not_there(client):
    assert client.get("/style/no-such-page/").status_code == 404
