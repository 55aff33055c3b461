"""What a person types leads to the commune of today."""

import datetime as dt

import pytest

from catalog.communes import queries
from catalog.communes.models import Commune, Disadvantaged
from marketplace.records import clock

pytestmark = pytest.mark.django_db


def first(text, province_code=None):
    suggestion = queries.suggest(text, province_code)[0]
    return suggestion.commune.code, suggestion.commune.full_name, suggestion.formerly


@pytest.mark.parametrize(
    "typed",
    ["Chiềng Lề", "chieng le", "phường Chiềng Lề", "Chiềng Lề cũ", "Chiềng Lề, Sơn La"],
)
def test_a_former_name_leads_to_the_new_commune(typed):
    assert first(typed) == ("03646", "Phường Tô Hiệu", "Phường Chiềng Lề, Thành phố Sơn La")


def test_a_former_town_offers_the_communes_it_became():
    found = queries.resolve("Mộc Châu cũ")

    assert found[0].code == "03980"
    assert {c.name for c in found} == {
        *("Mộc Châu", "Mộc Sơn", "Thảo Nguyên", "Vân Sơn"),
        *("Chiềng Sơn", "Lóng Sập", "Tân Yên", "Đoàn Kết"),
    }


def test_marks_typed_right_come_first():
    assert first("Ba Đình")[1] == "Phường Ba Đình"


def test_a_misspelt_name_is_found():
    assert first("Moc Chua")[0] == "03980"


def test_a_province_narrows_the_search():
    found = queries.resolve("Tô Hiệu", "01")

    assert [commune.province.code for commune in found if commune.name == "Tô Hiệu"] == []


@pytest.mark.parametrize("typed", ["", "   ", "%", "\0", ",,,", "zzzzqqq"])
def test_what_means_nothing_finds_nothing(typed):
    assert queries.resolve(typed) == []


def test_a_long_text_costs_no_more_than_four_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        queries.suggest("Mộc Châu cũ" + " x" * 10_000)
    with django_assert_max_num_queries(4):
        queries.suggest("Mộc Châu cũ")


def test_a_code_is_read_as_of_a_day():
    before = queries.by_code("03664", dt.date(2025, 6, 30))
    since = queries.by_code("03664", dt.date(2025, 7, 1))

    assert (str(before), str(since)) == ("Xã Chiềng Xôm", "Phường Chiềng An")
    assert queries.successors(before) == [since]
    assert queries.successors(since) == [since]


@pytest.mark.parametrize("code", ["", "0366", "٠٣٦٦٤", "03664\0", "99999", "x" * 20_000])
def test_a_code_that_stands_for_nothing_is_none(code):
    assert queries.by_code(code) is None


def test_today_follows_the_moved_clock():
    with clock.moved_to(dt.datetime(2025, 6, 30, 12, tzinfo=dt.UTC)):
        assert str(queries.by_code("03664")) == "Xã Chiềng Xôm"
    with clock.moved_to(dt.datetime(2025, 6, 30, 18, tzinfo=dt.UTC)):
        assert str(queries.by_code("03664")) == "Phường Chiềng An"


def test_hardship_holds_for_its_days():
    commune = Commune.objects.get(code="04171", valid_to=None)
    Disadvantaged.objects.create(
        commune=commune,
        source="Quyết định thử",
        valid_from=dt.date(2025, 7, 1),
        valid_to=dt.date(2026, 1, 1),
    )

    days = [dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2025, 12, 31), dt.date(2026, 1, 1)]

    assert [queries.is_disadvantaged("04171", day) for day in days] == [False, True, True, False]


def test_the_home_province_lists_its_communes_in_vietnamese_order():
    names = [commune.name for commune in queries.home()]

    assert len(names) == 75
    assert names[:3] == ["Bắc Yên", "Bình Thuận", "Bó Sinh"]
    assert names[-1] == "Yên Sơn"
