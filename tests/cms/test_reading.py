"""Seasons, prices, stories, guides, policies with versions, and what search engines read."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from catalog.goods.models import GoodsCategory
from cms.models import (
    BulletinIndex,
    BulletinPage,
    GuideIndex,
    GuidePage,
    PolicyPage,
    PriceRow,
    SeasonIndex,
    SeasonPage,
    StoryIndex,
    StoryPage,
)
from marketplace.records import clock, rules
from tests import factories
from tests.cms import making

pytestmark = pytest.mark.django_db


def bulletin(*rows: tuple[str, str, int, int]) -> BulletinPage:
    """A published bulletin of today."""
    page = BulletinPage(
        title="Giá tuần 47",
        slug="gia-tuan-47",
        day=clock.local_day(),
        source="Sở Công Thương",
        finding="Giá nhãn giữ nguyên.",
    )
    page.rows = [
        PriceRow(
            category=GoodsCategory.objects.get(path=path),
            grade=grade,
            low=low,
            high=high,
            place="Chợ",
        )
        for path, grade, low, high in rows
    ]
    making.index(BulletinIndex).add_child(instance=page)
    return page


def test_a_bulletin_is_a_table_a_chart_and_a_file(client: Client):
    bulletin(("fresh-fruit/longan", "=SUM(A1)", 30_000, 45_000), ("tea", "Shan", 200_000, 250_000))

    page = client.get("/prices/gia-tuan-47/").content.decode()
    file = client.get("/prices/gia-tuan-47/csv/")

    assert "30.000" in page
    assert 'width="18.0"' in page or 'width="21.6"' in page
    lines = file.content.decode("utf-8-sig").splitlines()
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[0] == "date,crop,grade,unit,low,high,place,source"
    assert ",'=SUM(A1),kg,30000,45000,Chợ,Sở Công Thương" in lines[1]
    assert "Giá tuần 47" in client.get("/prices/").content.decode()


def test_the_lower_price_stands_first():
    with pytest.raises(IntegrityError, match="price_row_low"), transaction.atomic():
        bulletin(("tea", "", 9, 3))


def test_prices_stand_in_any_page(client: Client):
    bulletin(("tea", "Shan", 200_000, 250_000))
    making.promotion(("prices", {"heading": "Giá chè", "category": "tea"}))

    assert "200.000" in client.get("/promo/tuan-nhan/").content.decode()


def test_the_calendar_has_the_year_every_month_and_crops(client: Client):
    longan = GoodsCategory.objects.get(path="fresh-fruit/longan")
    crop = SeasonPage(title="Mùa nhãn", slug="nhan", category=longan, lead="Tháng 7 đến 9.")
    making.index(SeasonIndex).add_child(instance=crop)

    assert "Mùa nhãn" in client.get("/season/").content.decode()
    assert "Chín vào tháng 8" in client.get("/season/8/").content.decode()
    assert client.get("/season/13/").status_code == 404
    assert "Tháng 7 đến 9." in client.get("/season/nhan/").content.decode()
    assert "Season calendar" in client.get("/en/season/").content.decode()


def test_a_story_shows_what_the_cooperative_sells(client: Client):
    listing = factories.listing(title="Nhãn Miền")
    facts = {"cooperative": listing.cooperative, "lead": "Mười hai nhà, một vườn."}
    making.index(StoryIndex).add_child(instance=StoryPage(title="Nắng", slug="nang", **facts))

    page = client.get("/stories/nang/").content.decode()

    assert "Nhãn Miền" in page
    with pytest.raises(ValidationError, match="đã có bài viết"):
        making.index(StoryIndex).add_child(instance=StoryPage(title="Hai", slug="hai", **facts))


def test_guides_are_listed_and_read(client: Client):
    guide = GuidePage(title="Mua hàng", slug="mua-hang", lead="Ba bước.")
    making.index(GuideIndex).add_child(instance=guide)

    assert "Ba bước." in client.get("/guides/").content.decode()
    assert client.get("/guides/mua-hang/").status_code == 200


def test_old_versions_of_a_policy_stay_readable(client: Client):
    terms = PolicyPage.objects.get(slug="terms", locale__language_code="vi")
    terms.version = "2026-12"
    terms.effective_from = clock.local_day() + dt.timedelta(days=10)
    terms.body = "<p>Bản mới.</p>"
    terms.save_revision().publish()

    before = client.get("/policies/terms/").content.decode()
    coming = client.get("/policies/terms/v/2026-12/").content.decode()
    with clock.moved_to(clock.now() + dt.timedelta(days=11)):
        after = client.get("/policies/terms/").content.decode()
        old = client.get("/policies/terms/v/2025-07/").content.decode()
        assert rules.value("terms.version") == "2026-12"

    assert "Bản mới." not in before
    assert "2026-12" in before
    assert "Bản mới." in coming
    assert "Bản mới." in after
    assert "Đây không phải bản đang có hiệu lực" in old
    assert client.get("/policies/terms/v/1999-01/").status_code == 404


def test_a_changed_text_is_a_new_version():
    terms = PolicyPage.objects.get(slug="terms", locale__language_code="vi")
    terms.body = "<p>Sửa lén.</p>"

    with pytest.raises(ValidationError, match="phiên bản mới"):
        terms.full_clean()


@pytest.mark.parametrize("section", ["pages", "goods", "cooperatives"])
def test_search_engines_are_told_of_everything(client: Client, section: str):
    listing = factories.listing()

    index = client.get("/sitemap.xml").content.decode()
    found = client.get(f"/sitemap-{section}.xml").content.decode()

    assert f"sitemap-{section}.xml" in index
    wanted = {
        "pages": "/en/season/",
        "goods": f"/p/{listing.slug}-{listing.pk}",
        "cooperatives": f"/htx/{listing.cooperative.slug}",
    }
    assert wanted[section] in found
