"""Promotions: running, coming, over; their list, and vouchers written in the editor."""

import datetime as dt

import pytest
from django.test import Client

from catalog.promotions.models import Voucher
from marketplace.people import roles
from marketplace.records import clock
from marketplace.records.models import AuditEntry
from tests.catalog.promotions.making import voucher
from tests.cms import making

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(-2, 3, "Còn 3 ngày"), (-9, -1, "Khuyến mãi này đã kết thúc."), (2, 9, "Bắt đầu")],
)
def test_a_promotion_says_where_it_stands_and_stays(client: Client, first, last, words):
    making.promotion(first=first, last=last)

    page = client.get("/promo/tuan-nhan", follow=True)
    index = client.get("/promo/").content.decode()

    assert page.status_code == 200
    assert words in page.content.decode()
    assert "Tuần nhãn Sông Mã" in index


def test_the_home_page_shows_what_runs_today(client: Client):
    making.promotion()
    making.promotion(slug="xong", title="Đã xong", first=-9, last=-1)

    page = client.get("/").content.decode()

    assert "/promo/tuan-nhan/" in page
    assert "Đã xong" not in page


def fields(**other: str) -> dict[str, str]:
    """What an editor fills in."""
    now = clock.now().astimezone(clock.LOCAL)
    until = now + dt.timedelta(days=9)
    return {
        "code": "TET2027",
        "title_vi": "Tết",
        "kind": "amount",
        "amount": "20000",
        "payer": "province",
        "cooperative": "",
        "category": "",
        "min_goods": "0",
        "most_uses": "100",
        "most_per_phone": "1",
        "starts_at": f"{now:%Y-%m-%d %H:%M}",
        "ends_at": f"{until:%Y-%m-%d %H:%M}",
    } | other


def test_an_editor_writes_a_voucher_and_it_is_written_down():
    editor, who = making.editor()

    answer = editor.post("/cms/vouchers/new/", fields())

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert Voucher.objects.get().code == "TET2027"
    entry = AuditEntry.objects.get(what="voucher.written")
    assert entry.by == who


def test_a_cooperative_that_pays_has_to_be_named():
    editor, _who = making.editor()

    answer = editor.post("/cms/vouchers/new/", fields(payer="cooperative"))

    assert answer.status_code == 200
    assert not Voucher.objects.exists()


def test_a_used_voucher_keeps_its_payer():
    code = voucher(used=1)
    editor, _who = making.editor()

    answer = editor.post(f"/cms/vouchers/edit/{code.pk}/", fields(code=code.code, payer="platform"))

    code.refresh_from_db()
    assert answer.status_code == 200
    assert code.payer == "province"


def test_who_may_not_write_vouchers_is_refused():
    moderator, _who = making.editor(roles.MODERATOR)

    assert moderator.get("/cms/vouchers/").status_code == 403
    assert Client().get("/cms/vouchers/").status_code == 302
