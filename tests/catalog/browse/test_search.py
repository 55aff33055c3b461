"""Whoever types, with marks or without, finds what is meant."""

import re

import pytest

pytestmark = pytest.mark.django_db


def titles(page) -> list[str]:
    """The titles of the cards in the order of the page."""
    return re.findall(r"<h3><a [^>]*>([^<]+)</a></h3>", page.content.decode())


FOUND_FIRST = {
    "nhan song ma": "Nhãn Sông Mã cả chùm",
    "nhãn Sông Mã": "Nhãn Sông Mã cả chùm",
    "NHÃN SÔNG MÃ": "Nhãn Sông Mã cả chùm",
    "nhan songma": "Nhãn Sông Mã cả chùm",
    "nha song ma": "Nhãn Sông Mã cả chùm",
    "xoai tron": "Xoài tròn Yên Châu",
    "xoia": "Xoài tròn Yên Châu",
    "xoia tron": "Xoài tròn Yên Châu",
    "xoài": "Xoài tròn Yên Châu",
    "mango": "Xoài tròn Yên Châu",
    "man hau": "Mận hậu Mộc Châu",
    "mận": "Mận hậu Mộc Châu",
    "mocchau": "Mận hậu Mộc Châu",
    "ca phe": "Cà phê Arabica rang mộc",
    "cafe": "Cà phê Arabica rang mộc",
    "caphe": "Cà phê Arabica rang mộc",
    "coffee": "Cà phê Arabica rang mộc",
    "arab": "Cà phê Arabica rang mộc",
    "arabcia": "Cà phê Arabica rang mộc",
    "che shan tuyet": "Chè shan tuyết Tà Xùa",
    "trà": "Chè shan tuyết Tà Xùa",
    "táo mèo": "Sơn tra tươi",
    "htx nang son tra": "Sơn tra tươi",
    "mat ong": "Mật ong hoa nhãn",
}


def test_what_is_meant_comes_first(client, shelf):
    first = {typed: titles(client.get("/search", {"q": typed}))[:1] for typed in FOUND_FIRST}

    assert first == {typed: [title] for typed, title in FOUND_FIRST.items()}


def test_a_word_of_the_title_counts_more_than_one_of_the_kind(client, shelf):
    found = titles(client.get("/search", {"q": "nhan"}))

    assert found == ["Nhãn chín muộn", "Nhãn Sông Mã cả chùm", "Mật ong hoa nhãn"]


def test_marks_that_were_typed_count(client, shelf):
    assert titles(client.get("/search", {"q": "mận"}))[0] == "Mận hậu Mộc Châu"
    assert titles(client.get("/search", {"q": "trà"})) == ["Chè shan tuyết Tà Xùa", "Sơn tra tươi"]


def test_a_misspelt_word_is_shown_as_it_was_meant(client, shelf):
    page = client.get("/search", {"q": "xoia tron"}).content.decode()

    assert '<a href="/search?q=xo%C3%A0i+tr%C3%B2n"><strong>xoài tròn</strong></a>' in page


def test_what_nobody_sells_is_an_empty_page(client, shelf):
    page = client.get("/search", {"q": "sầu riêng Cái Mơn"})

    assert page.status_code == 200
    assert titles(page) == []


def test_odd_words_are_answered(client, shelf):
    odd = ["", "   ", "%%%%", "'", "a:b & !c | (", "\\", "<script>", "😀", "x" * 200, "n " * 90]

    assert {client.get("/search", {"q": typed}).status_code for typed in odd} == {200}


def test_impossible_words_are_refused(client, db):
    impossible = ["nhãn\0", "x" * 201, "x" * 20_000]

    assert {client.get("/search", {"q": typed}).status_code for typed in impossible} == {400}


def test_nothing_typed_shows_the_whole_shelf(client, shelf):
    assert len(titles(client.get("/search"))) == 8


def test_a_search_costs_five_queries(client, shelf, django_assert_max_num_queries):
    for typed, most in (("nhan", 3), ("xoia", 5), ("zzzqqq", 4)):
        with django_assert_max_num_queries(most):
            client.get("/search", {"q": typed})


def test_words_are_shown_as_text(client, shelf):
    page = client.get("/search", {"q": "<b>nhãn"}).content.decode()

    assert "<b>nhãn" not in page
