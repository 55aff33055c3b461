"""Goods and stock as a file: taken out, mended at a desk, tried out, and taken over whole."""

import pytest
from django.test import Client

from catalog.listings.models import Listing, ListingChange, Pack
from catalog.models import ListingDraft
from catalog.stock import bulk
from catalog.stock.models import LotBalance, StockAlarm
from catalog.tables import stock
from marketplace.records import audit
from tests import factories
from tests.catalog.moderation.conftest import decide, moderator
from tests.marketplace.desk.test_pages import waiting
from tests.marketplace.workspace import hands
from tests.marketplace.workspace.sheets import GOODS, STOCK, column, rows, send, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def packs():
    """Two packs of one listing, 60 units each."""
    listing = factories.listing(prices=(89_000, 170_500), units=60)
    return list(listing.packs.order_by("pk"))


@pytest.fixture
def cooperative(packs):
    """Whose they are."""
    return packs[0].listing.cooperative


@pytest.fixture
def seller(cooperative):
    """Its owner's browser."""
    return hands.member(cooperative)


@pytest.fixture
def approved(db):
    """A listing with a photo that the department has agreed to."""
    change = waiting("Nhãn Sông Mã")
    decide(change, moderator("hanh@example.vn"))
    return Listing.objects.get(pk=change.listing_id)


def submitted():
    """The changes that wait for the department."""
    return list(ListingChange.objects.filter(state=ListingChange.State.SUBMITTED))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("address", [STOCK, GOODS])
def test_a_file_sent_back_untouched_changes_nothing(seller, packs, address, kind):
    answer = send(seller, address, rows(seller, address, kind), kind)

    assert answer.status_code == 200
    assert "tệp giống với những gì đang có" in answer.content.decode()
    assert 'name="ticket"' not in answer.content.decode()


def test_stock_is_tried_out_first_and_taken_over_by_one_press(seller, packs):
    table = rows(seller, STOCK)
    table[1][column(table, "Hôm nay hái thêm")] = "12"
    table[2][column(table, "Hỏng hoặc mất")] = "5"
    table[2][column(table, "Báo khi còn từ")] = "7"

    answer = send(seller, STOCK, table)

    assert bulk.received([pack.pk for pack in packs]) == {packs[0].pk: 60, packs[1].pk: 60}
    take(seller, STOCK, answer)
    assert bulk.received([pack.pk for pack in packs]) == {packs[0].pk: 72, packs[1].pk: 55}
    assert StockAlarm.objects.get(pack=packs[1]).units == 7
    (entry,) = audit.of(packs[0].listing.cooperative).filter(what="table.taken_over")
    assert entry.by is not None


def test_a_second_press_does_nothing_twice(seller, packs):
    table = rows(seller, STOCK)
    table[1][column(table, "Hôm nay hái thêm")] = "12"
    answer = send(seller, STOCK, table)

    take(seller, STOCK, answer)
    again = take(seller, STOCK, answer)

    assert "đã được áp dụng" in again.content.decode()
    assert bulk.received([packs[0].pk]) == {packs[0].pk: 72}


def test_what_changed_since_the_trial_run_is_refused_whole(seller, packs):
    table = rows(seller, STOCK)
    for row in table[1:]:
        row[column(table, "Hôm nay hái thêm")] = "12"
    answer = send(seller, STOCK, table)
    LotBalance.objects.filter(pack=packs[1]).update(received=61)

    refused = take(seller, STOCK, answer)

    assert refused.status_code == 409
    assert bulk.received([packs[0].pk]) == {packs[0].pk: 60}
    assert not audit.of(packs[0].listing.cooperative).filter(what="table.taken_over").exists()


def test_an_old_file_is_refused_at_its_row(seller, packs):
    table = rows(seller, STOCK)
    table[1][column(table, "Hôm nay hái thêm")] = "1"
    LotBalance.objects.filter(pack=packs[0]).update(received=61)

    answer = send(seller, STOCK, table)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert ("Dòng 2" in page, "Tính đến" in page) == (True, True)


def test_words_and_prices_of_goods_are_proposed_by_one_change(approved):
    seller = hands.member(approved.cooperative)
    table = rows(seller, GOODS, "xlsx")
    table[1][column(table, "Tên")] = "Nhãn muộn Sông Mã"
    table[1][column(table, "Giá (đồng)")] = 75_000

    answer = send(seller, GOODS, table, "xlsx")
    assert "Chờ Sở duyệt" in answer.content.decode()
    assert not submitted()
    take(seller, GOODS, answer)

    (change,) = submitted()
    assert change.proposed["texts"]["vi"]["title"] == "Nhãn muộn Sông Mã"
    assert [pack["price"] for pack in change.proposed["packs"]] == [75_000]
    assert change.proposed["pictures"]
    again = send(seller, GOODS, table, "xlsx")
    assert again.status_code == 422
    assert "đang chờ Sở" in again.content.decode()


def test_goods_that_changed_since_the_trial_run_are_refused(approved):
    seller = hands.member(approved.cooperative)
    table = rows(seller, GOODS)
    table[1][column(table, "Tên")] = "Nhãn muộn"
    answer = send(seller, GOODS, table)
    Listing.objects.filter(pk=approved.pk).update(version=approved.version + 1)

    assert take(seller, GOODS, answer).status_code == 409
    assert not submitted()


def test_one_wrong_row_keeps_the_whole_from_being_taken_over(approved):
    seller = hands.member(approved.cooperative)
    table = rows(seller, GOODS)
    table[1][column(table, "Tên")] = "Nhãn muộn"
    table.append([*table[1][:1], "999999", *table[1][2:]])

    answer = send(seller, GOODS, table)

    assert answer.status_code == 422
    assert 'name="ticket"' not in answer.content.decode()


def test_rows_of_one_listing_must_agree(seller, packs):
    table = rows(seller, GOODS)
    table[2][column(table, "Tên")] = "Tên khác"

    answer = send(seller, GOODS, table)

    assert answer.status_code == 422
    assert "ghi khác nhau" in answer.content.decode()


def test_a_row_without_a_number_begins_a_draft(seller, packs):
    table = rows(seller, GOODS)
    new = dict.fromkeys(table[0], "")
    new |= {"Tên": "Mận hậu Mộc Châu", "Mô tả": "Giòn, ngọt.", "Quy cách": "Hộp 1 kg"}
    new |= {"Khối lượng (gam)": "1.000", "Giá (đồng)": "60.000", "Mùa thu hoạch (tháng)": "5, 6"}
    new |= {"Nhóm hàng": "fresh-fruit/plum", "Xã, phường": table[1][column(table, "Xã, phường")]}
    table.append(list(new.values()))

    answer = send(seller, GOODS, table)
    assert not ListingDraft.objects.exists()
    take(seller, GOODS, answer)

    draft = ListingDraft.objects.get()
    assert draft.content["texts"]["vi"]["title"] == "Mận hậu Mộc Châu"
    assert draft.content["packs"][0]["net_weight_g"] == 1_000
    assert draft.content["season_months"] == [5, 6]


def test_another_cooperatives_pack_is_not_known(seller, packs):
    theirs = factories.pack()
    table = rows(seller, STOCK)
    table[1][0] = str(theirs.pk)

    answer = send(seller, STOCK, table)

    assert answer.status_code == 422
    assert theirs.name_vi not in answer.content.decode() or theirs.name_vi == packs[0].name_vi
    assert "Hợp tác xã không có quy cách nào mang số này" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("Giá (đồng)", "=1+1", "Ô này là công thức"),
        ("Giá (đồng)", "89,000", "có thể hiểu theo hai cách"),
        ("Giá (đồng)", "tám mươi", "không phải là số nguyên"),
        ("Giá (đồng)", "0", "giá"),
        ("Hỏng hoặc mất", "61", "Chỉ còn 60"),
        ("Hôm nay hái thêm", "100001", "100000"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_column(seller, packs, name, typed, words):
    table = rows(seller, STOCK)
    table[2][column(table, name)] = typed

    answer = send(seller, STOCK, table)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert ("Dòng 3" in page, name in page) == (True, True)
    assert words in page
    assert 'name="ticket"' not in page


@pytest.mark.parametrize("between", [";", "\t"])
def test_other_signs_between_the_cells_and_english_headings_are_read(seller, packs, between):
    table = rows(seller, STOCK)
    table[0] = [one.key for one in stock.COLUMNS]
    table[1][5] = "3"

    answer = send(seller, STOCK, table, between=between)
    take(seller, STOCK, answer)

    assert bulk.received([packs[0].pk]) == {packs[0].pk: 63}


def test_an_unknown_heading_is_named_with_the_nearest_one(seller, packs):
    table = rows(seller, STOCK)
    table[0][column(table, "Giá (đồng)")] = "Gía (đồn)"

    answer = send(seller, STOCK, table)

    assert answer.status_code == 422
    assert "“Giá (đồng)”" in answer.content.decode()


def test_a_packer_and_a_stranger_have_no_tables(cooperative, packs):
    packer = hands.member(cooperative, "packer")

    assert packer.get(STOCK).status_code == 403
    assert packer.post(f"{GOODS}take/", {"ticket": "x"}).status_code == 403
    assert Client().get(GOODS).status_code == 302


def test_a_ticket_of_another_cooperative_is_refused(seller, packs):
    theirs = factories.pack()
    other = hands.member(theirs.listing.cooperative)
    table = rows(seller, STOCK)
    table[1][column(table, "Hôm nay hái thêm")] = "12"
    answer = send(seller, STOCK, table)

    assert take(other, STOCK, answer).status_code == 409
    assert other.post(f"{STOCK}take/", {"ticket": "torn"}).status_code == 409
    assert other.post(f"{GOODS}take/", {}).status_code == 409
    assert bulk.received([packs[0].pk]) == {packs[0].pk: 60}


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "'=x", "'Nhãn' Sông Mã", "+84 Nhãn", "-5 @x"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_title_becomes_a_formula_and_none_is_changed_on_the_way(kind, title):
    listing = factories.listing(title=title, units=5)
    seller = hands.member(listing.cooperative)
    table = rows(seller, GOODS, kind)

    assert not str(table[1][column(table, "Tên")]).startswith(("=", "+", "-", "@"))
    answer = send(seller, GOODS, table, kind)
    assert "tệp giống với những gì đang có" in answer.content.decode()


def test_many_rows_cost_as_little_as_few(django_assert_max_num_queries):
    cooperative = factories.cooperative()
    listings = [factories.listing(cooperative, units=9) for _ in range(6)]
    seller = hands.member(cooperative)
    table = rows(seller, STOCK)
    assert len(table) == 1 + Pack.objects.filter(listing__in=listings).count()

    with django_assert_max_num_queries(20):
        rows(seller, GOODS)
    with django_assert_max_num_queries(22):
        send(seller, STOCK, table)
