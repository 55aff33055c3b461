"""The HTML that the tags of ``{% load market %}`` write."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils.translation import override

from marketplace.design import icons
from marketplace.records import clock

AUGUST = dt.datetime(2026, 8, 12, 3, tzinfo=dt.UTC)


def written(source: str, **context: object) -> str:
    """What a template with our tags makes of the context, in English."""
    with override("en"), clock.moved_to(AUGUST):
        return Template("{% load market %}" + source).render(Context(context))


def test_an_icon_is_inline_and_for_the_eye_alone():
    assert written('{% icon "check" "s" %}') == (
        '<svg class="icon s" viewBox="0 0 24 24" aria-hidden="true">'
        '<path d="M20 6 9 17l-5-5"/></svg>'
    )


def test_an_unknown_icon_is_refused():
    with pytest.raises(icons.NoSuchIcon):
        written('{% icon "no-such-icon" %}')


def test_prices_weights_and_ratings_are_filters():
    assert written(
        "{{ a|dong }} {{ b|per_kg }} {{ c|kg }} {{ d|stars }}",
        a=89000,
        b=44500,
        c=2000,
        d=4.8,
    ) == ("89.000\N{NO-BREAK SPACE}₫ 44.500\N{NO-BREAK SPACE}₫/kg 2\N{NO-BREAK SPACE}kg 4.8")


def test_what_is_missing_is_written_as_nothing():
    assert written("{{ a|dong }}{{ a|per_kg }}{{ a|kg }}{{ a|stars }}{{ a|vn_date }}", a=None) == ""


def test_two_days_that_are_one_are_told_once():
    friday = dt.date(2026, 8, 14)

    assert written("{{ a|vn_days:a }}", a=friday) == "Friday 14/08"
    assert written("{{ a|vn_days:b }}", a=friday, b=dt.date(2026, 8, 15)) == (
        "Friday 14/08 – Saturday 15/08"
    )


def test_the_season_bar_carries_its_words():
    html = written("{% season_bar months %}", months=[9, 8, 7])

    assert html.startswith('<div class="season"><div class="bar12" aria-hidden="true">')
    assert html.endswith("</div>Season: Jul–Sep</div>")
    assert html.count('class="on now"') == 1


def test_no_season_needs_no_bar():
    assert written("{% season_bar months %}", months=[]) == ""


def test_a_picture_offers_the_small_formats_first():
    image = {
        "alt": 'Nhãn "lồng"',
        "src": "/media/a.jpg",
        "srcset": {"avif": "/media/a.avif 400w", "webp": "/media/a.webp 400w"},
        "width": 800,
        "height": 600,
    }

    assert written('{% picture image sizes="50vw" %}', image=image) == (
        '<picture><source type="image/avif" srcset="/media/a.avif 400w" sizes="50vw">'
        '<source type="image/webp" srcset="/media/a.webp 400w" sizes="50vw">'
        '<img class="photo" src="/media/a.jpg" alt="Nhãn &quot;lồng&quot;" lang="vi" width="800"'
        ' height="600" loading="lazy" decoding="async"></picture>'
    )


def test_goods_without_a_picture_show_their_drawing():
    card = {"image": {}, "category": "fresh-fruit/longan", "title": "Nhãn"}

    assert written("{% picture card %}", card=card) == (
        '<img src="/static/art/longan.svg" alt="" width="200" height="200" loading="lazy">'
    )


@pytest.mark.parametrize(
    ("category", "title", "slug"),
    [
        ("fresh-fruit/other", "Bơ Mộc Châu", "avocado"),
        ("fresh-fruit/other", "Na dai Mai Sơn", "custard-apple"),
        ("fresh-fruit/other", "Sơn tra tươi", "docynia"),
        ("dried-fruit", "Long nhãn sấy", "long-nhan"),
        ("dried-fruit", "Mận sấy dẻo", "dried-fruit"),
        ("herbs-spices", "Chẩm chéo", "spices"),
        ("fresh-fruit/other", "Quả lạ", "passion-fruit"),
    ],
)
def test_goods_find_their_crop(category, title, slug):
    card = {"category": category, "title": title}

    assert written("{{ card|produce_slug }}", card=card) == slug


def test_a_crop_that_is_named_counts_if_it_is_drawn():
    assert written("{{ a|produce_slug }}", a={"crop": "mango", "category": "tea"}) == "mango"
    assert written("{{ a|produce_slug }}", a={"crop": "no-such", "category": "tea"}) == "tea"


def test_public_addresses_follow_the_language():
    assert written('{% path "/shop/" %}') == "/en/shop/"
    with override("vi"):
        assert Template('{% load market %}{% path "/shop/" %}').render(Context()) == "/shop/"


def test_a_qr_code_is_drawn_on_white_and_named():
    html = written('{% qr "https://example.vn/t/A" "Lot A" %}')

    assert html.startswith('<div class="qr"><svg viewBox="0 0 ')
    assert 'aria-label="Lot A"' in html
    assert "style=" not in html
