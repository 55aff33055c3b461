"""Blocks: what readers see, what editors are warned of, and that each has its preview."""

import json
import re

import pytest
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError

from catalog.listings import visibility
from catalog.stock.models import LotBalance
from cms.blocks.body import Body
from tests import factories
from tests.catalog.promotions.making import voucher
from tests.cms import making

pytestmark = pytest.mark.django_db

GRID = {"heading": "Nhãn tuần này", "category": "fresh-fruit/longan", "how_many": 4}


def test_a_grid_shows_what_answers_its_rule_and_says_where_buyers_came_from(client: Client):
    longan = factories.listing(title="Nhãn Miền")
    factories.listing(title="Xoài tròn", category="fresh-fruit/mango")
    making.promotion(("grid", GRID))

    page = client.get("/promo/tuan-nhan/").content.decode()

    assert "Nhãn tuần này" in page
    assert f"/p/{longan.slug}-{longan.pk}?from=promotion" in page
    assert "Xoài tròn" not in page
    product = client.get(f"/p/{longan.slug}-{longan.pk}?from=promotion").content.decode()
    assert 'name="source" value="promotion"' in product


def test_an_empty_grid_shows_readers_nothing_and_warns_editors(client: Client):
    page = making.promotion(("grid", GRID))
    editor, _who = making.editor()

    public = client.get("/promo/tuan-nhan/").content.decode()
    editing = editor.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    preview = editor.get(f"/cms/pages/{page.pk}/view_draft/").content.decode()

    assert "Nhãn tuần này" not in public
    assert "hợp điều kiện" not in public
    assert "Hiện không có hàng nào hợp điều kiện" in editing
    assert "Hiện không có hàng nào hợp điều kiện" in preview


def test_chosen_goods_leave_the_page_with_the_shelf(client: Client):
    kept, gone = factories.listing(title="Nhãn còn"), factories.listing(title="Nhãn nghỉ")
    page = making.promotion(("pick", {"heading": "Sở chọn", "goods": [gone.pk, kept.pk]}))
    visibility.hide(gone.pk, by=factories.user())

    shown = client.get("/promo/tuan-nhan/").content.decode()

    assert "Nhãn còn" in shown
    assert "Nhãn nghỉ" not in shown
    page.refresh_from_db()
    assert page.warnings() == [("Hàng chọn tay", "1 mặt hàng đã chọn không còn trên kệ.")]


def test_a_voucher_says_who_pays_and_when_it_is_over(client: Client):
    code = voucher()
    making.promotion(("voucher", {"voucher": code.pk}))

    running = client.get("/promo/tuan-nhan/").content.decode()
    code.stopped_at = code.starts_at
    code.save()
    over = client.get("/promo/tuan-nhan/").content.decode()

    assert "tỉnh trả, không trừ vào tiền của hợp tác xã" in running
    assert "Còn 10 trên 10 lượt" in running
    assert "Mã này đã hết hạn." in over


def test_a_story_is_told_of_a_lot_that_was_not_called_back(client: Client):
    factories.listing()
    lot = LotBalance.objects.get().lot
    page = making.promotion(("trace", {"heading": "Một hộp nhãn", "lot": lot.code}))

    assert lot.code in client.get("/promo/tuan-nhan/").content.decode()

    type(lot).objects.filter(pk=lot.pk).update(state="recalled", recall_reason="Mẫu xét nghiệm")
    assert lot.code not in client.get("/promo/tuan-nhan/").content.decode()
    assert page.warnings()


def test_questions_are_data_for_search_engines_and_no_tag_escapes(client: Client):
    asked = {"question": "Vỏ sẫm </script><b>?", "answer": "<p>Cùi vẫn ngọt.</p>"}
    making.promotion(("faq", {"heading": "Hay hỏi", "questions": [asked]}))

    page = client.get("/promo/tuan-nhan/").content.decode()

    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    (question,) = json.loads(data)["mainEntity"]
    assert question["name"] == "Vỏ sẫm </script><b>?"
    assert question["acceptedAnswer"]["text"] == "Cùi vẫn ngọt."


def test_every_block_can_be_previewed_in_the_editor():
    editor, _who = making.editor()
    block = Body()

    for name, child in block.child_blocks.items():
        if child.is_previewable:
            page = editor.get(f"/cms/block-preview/?id={child.definition_prefix}")
            assert page.status_code == 200, name
    previewable = {name for name, child in block.child_blocks.items() if child.is_previewable}
    assert {"heading", "words", "grid", "faq", "steps", "map", "countdown"} <= previewable


def test_a_button_has_one_target_of_ours():
    block = Body().child_blocks["cta"]
    for address in ("", "https://example.vn/", "//example.vn/"):
        with pytest.raises(StructBlockValidationError):
            block.clean(block.to_python({"words": "Xem", "address": address}))
    assert (
        block.clean(block.to_python({"words": "Xem", "address": "/shop/"}))["address"] == "/shop/"
    )


def test_choosers_offer_published_listings_and_verified_cooperatives_only():
    here, hidden = factories.listing(title="Nhãn lồng"), factories.listing(title="Nhãn ẩn")
    visibility.hide(hidden.pk, by=factories.user())
    seller = factories.cooperative("HTX Chưa duyệt")
    seller.state = seller.State.SUSPENDED
    seller.save()
    editor, _who = making.editor()

    goods = editor.get("/cms/wagtail_listings/results/?q=nhan").content.decode()
    sellers = editor.get("/cms/wagtail_cooperatives/results/").content.decode()

    assert "Nhãn lồng" in goods
    assert "Nhãn ẩn" not in goods
    assert here.cooperative.name in sellers
    assert "HTX Chưa duyệt" not in sellers


def test_a_page_of_goods_asks_little(client: Client, django_assert_max_num_queries):
    goods = [factories.listing() for _ in range(3)]
    picked = {"heading": "Chọn", "goods": [one.pk for one in goods]}
    making.promotion(("grid", GRID), ("pick", picked), ("voucher", {"voucher": voucher().pk}))
    client.get("/promo/tuan-nhan/")

    with django_assert_max_num_queries(16):
        client.get("/promo/tuan-nhan/")
