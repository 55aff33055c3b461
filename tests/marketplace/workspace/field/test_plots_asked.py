"""Every door a lot comes in by asks on which plots it was picked, and takes a word instead."""

import re

import pytest

from catalog.stock import bulk
from catalog.tables import stock
from catalog.traceability.growing import enrolling
from catalog.traceability.models import Event, Lot, LotPlot
from tests.marketplace.workspace import hands as people
from tests.marketplace.workspace import sheets
from tests.marketplace.workspace.field import hands

pytestmark = pytest.mark.django_db

WORD = "Mua của hộ Lò Văn Mẫu, chưa đo đất"


@pytest.fixture
def second(seller):
    """One more orchard of longan: now nothing stands ticked."""
    facts = {"crop": "Nhãn", "commune_code": seller.commune.code, "area_m2": 3_000}
    return enrolling.plot(seller.party.key, by=None, name="Vườn sau", **facts)


def address(listing):
    """Where a harvest of it is written down."""
    return f"/sell/listings/{listing.pk}/lots/new/"


def elsewhere(**facts):
    """A harvest from a field that is not written down."""
    return hands.harvest() | {"plots": ["elsewhere"], "unwritten_field": WORD} | facts


def came(listing, units="7", **facts):
    """What the page of the stock sends when units of the first pack came in."""
    pack = listing.packs.get()
    row = f"pack-{pack.pk}"
    stood = bulk.mark(pack, bulk.received([pack.pk])[pack.pk])
    told = {f"{row}-seen": stood, f"{row}-price": str(pack.price), f"{row}-came": units}
    told |= {f"{row}-lost": "0", f"{row}-alarm": "5"}
    return told | {f"listing-{listing.pk}-{name}": value for name, value in facts.items()}


def table(browser, **cells):
    """The table of the stock with these cells in its one row, found by their short names."""
    rows = sheets.rows(browser, sheets.STOCK)
    for place, column in enumerate(stock.COLUMNS):
        rows[1][place] = cells.get(column.key, rows[1][place])
    return rows


def test_the_phone_is_asked_for_the_plots(browser, listing, plot):
    lots = Lot.objects.count()

    answer = browser.post(address(listing), hands.harvest())

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["plots"]
    assert Lot.objects.count() == lots
    listing.shelf.refresh_from_db()
    assert listing.shelf.available == 20


def test_of_two_plots_none_is_ticked_and_each_says_its_commune(browser, listing, plot, second):
    page = browser.get(address(listing)).content.decode()

    ticks = re.findall(r'<input type="checkbox" name="plots" value="([^"]+)"([^>]*)>', page)
    assert [key for key, _rest in ticks] == [str(second.pk), str(plot.pk), "elsewhere"]
    assert not any("checked" in rest for _key, rest in ticks)
    commune = listing.cooperative.commune.full_name
    assert f"Đồi trước (0,8\N{NO-BREAK SPACE}ha), {commune}" in page


def test_a_field_not_written_down_is_told_with_a_word(browser, listing, plot):
    answer = browser.post(address(listing), elsewhere())

    lot = Lot.objects.latest("pk")
    assert answer["Location"] == "/sell/lots/"
    assert lot.unwritten_field == WORD
    assert Event.objects.get(lot=lot).data["unwritten_field"] == WORD
    assert not LotPlot.objects.exists()
    assert WORD in browser.get(f"/sell/lots/{lot.code}/").content.decode()


@pytest.mark.parametrize("typed", ["", "   "])
def test_a_field_not_written_down_needs_its_word(browser, listing, plot, typed):
    lots = Lot.objects.count()

    answer = browser.post(address(listing), elsewhere(unwritten_field=typed))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["unwritten_field"]
    assert Lot.objects.count() == lots


def test_a_word_beside_plots_alone_is_not_kept(browser, listing, plot):
    browser.post(address(listing), elsewhere(plots=[str(plot.pk)]))

    lot = Lot.objects.latest("pk")
    assert (lot.unwritten_field, lot.origins.get().plot) == ("", plot)


def test_a_page_from_before_the_first_plot_is_refused_in_words(browser, listing, seller):
    form = hands.harvest()
    facts = {"crop": "Nhãn", "commune_code": seller.commune.code, "area_m2": 900}
    enrolling.plot(seller.party.key, by=None, name="Đồi mới", **facts)

    answer = browser.post(address(listing), form, headers={"Accept": "application/json"})

    assert answer.status_code == 422
    assert answer.json()["taken"] is False
    assert answer.json()["why"] != ""
    assert Lot.objects.count() == 1


def test_the_page_of_the_stock_asks_too(browser, listing, plot, second):
    silent = browser.post("/sell/stock/", came(listing))
    named = browser.post("/sell/stock/", came(listing, plots=[str(second.pk)]))

    assert [silent.status_code, named.status_code] == [422, 302]
    assert f'id="id_listing-{listing.pk}-plots-e"' in silent.content.decode()
    assert Lot.objects.count() == 2
    assert list(LotPlot.objects.values_list("plot", flat=True)) == [second.pk]
    assert people.broken() == []


def test_the_page_of_the_stock_asks_nothing_when_nothing_came(browser, listing, plot, second):
    assert browser.post("/sell/stock/", came(listing, units="0")).status_code == 302
    assert Lot.objects.count() == 1


def test_the_page_of_the_stock_waits_for_the_interval(browser, listing, plot):
    browser.post("/sell/diary/new/", hands.entry(plot))

    answer = browser.post("/sell/stock/", came(listing, plots=[str(plot.pk)]))

    assert answer.status_code == 422
    assert "Thuốc sinh học A" in answer.content.decode()
    assert Lot.objects.count() == 1


def test_the_page_of_the_stock_takes_a_word(browser, listing, plot):
    facts = {"plots": ["elsewhere"], "unwritten_field": WORD}

    assert browser.post("/sell/stock/", came(listing, **facts)).status_code == 302
    assert Lot.objects.latest("pk").unwritten_field == WORD


def test_a_table_names_the_plots(browser, listing, plot, second):
    rows = table(browser, came="7", picked_on="đồi trước; Vườn sau")

    browser_says = sheets.send(browser, sheets.STOCK, rows)
    sheets.take(browser, sheets.STOCK, browser_says)

    assert "Vườn sau; Đồi trước" in browser_says.content.decode()
    assert set(LotPlot.objects.values_list("plot", flat=True)) == {plot.pk, second.pk}


@pytest.mark.parametrize("typed", ["", "Đồi của ai"])
def test_a_table_without_a_plot_of_ours_is_refused(browser, listing, plot, second, typed):
    rows = table(browser, came="7", picked_on=typed)

    answer = sheets.send(browser, sheets.STOCK, rows)

    assert answer.status_code == 422
    assert [problem.row for problem in answer.context["problems"]] == [2]
    assert Lot.objects.count() == 1


def test_a_table_says_a_field_not_written_down(browser, listing, plot, second):
    rows = table(browser, came="7", unwritten_field=WORD)

    sheets.take(browser, sheets.STOCK, sheets.send(browser, sheets.STOCK, rows))

    assert Lot.objects.latest("pk").unwritten_field == WORD


def test_the_only_plot_stands_in_a_fresh_table(browser, listing, plot):
    sheets.take(
        browser,
        sheets.STOCK,
        sheets.send(browser, sheets.STOCK, table(browser, came="7")),
    )

    assert LotPlot.objects.get().plot == plot
