"""A checklist of papers: what is needed, what ends soon, and what its end hides."""

import datetime as dt

import pytest
from django.test import Client
from oscar.apps.catalogue.models import Product
from oscar.apps.order.models import Order

from catalog.cooperatives import applying, refusals, verifying
from catalog.listings import checking
from catalog.listings.proposals import Proposal
from catalog.models import CooperativePaper, Listing, Pack, PaperRequirement, ShelfItem
from catalog.requirements import looking, queries, watching
from marketplace.records import audit, clock, invariants, outbox
from marketplace.records.models import OutboxMessage, SentLetter
from tests import factories
from tests.catalog.checkout import test_api as apps
from tests.catalog.listings.uploads import paper

MEAT = "meat-specialty"


@pytest.fixture
def hanh(db):
    """Somebody of the province."""
    return factories.user("hanh@example.vn")


@pytest.fixture
def mo(db):
    """The owner."""
    return factories.user("mo@example.vn")


@pytest.fixture
def seller(mo):
    """A cooperative with dried meat and fresh longan on the shelf."""
    made = factories.cooperative(owner=mo)
    factories.listing(made, title="Thịt trâu gác bếp", category=MEAT)
    factories.listing(made, title="Nhãn Sông Mã")
    return made


def handed_in(seller, days: int | None, by) -> CooperativePaper:
    """A food safety certificate that is valid for so many days from today."""
    last = None if days is None else clock.local_day() + dt.timedelta(days=days)
    piece = applying.Evidence("food_safety", paper(), last)
    return applying.hand_in(seller.pk, piece, by=by)


def accepted(seller, days: int | None, mo, hanh) -> CooperativePaper:
    """The same, looked at and accepted."""
    return looking.look(handed_in(seller, days, mo).pk, accepted=True, by=hanh)


def ended(seller, mo, hanh) -> CooperativePaper:
    """A certificate that was accepted long ago and ended three days before today."""
    with clock.moved_to(clock.now() - dt.timedelta(days=13)):
        return accepted(seller, 10, mo, hanh)


def on_shelf() -> list[str]:
    """What can be bought."""
    return sorted(ShelfItem.objects.values_list("title_vi", flat=True))


def states(seller) -> dict[str, str]:
    """The checklist: kind and how it stands."""
    return {need.requirement.kind: need.state for need in queries.checklist(seller)}


def broken() -> list[str]:
    """The names of the invariants that do not hold."""
    return [found.name for found in invariants.check() if found.count]


def test_checklist_names_what_the_goods_need_and_how_it_stands(seller, mo, hanh):
    assert states(seller) == {"registration": "missing", "food_safety": "missing"}

    kept = handed_in(seller, 400, mo)
    assert states(seller)["food_safety"] == "waiting"
    looking.look(kept.pk, accepted=True, by=hanh)
    assert states(seller)["food_safety"] == "valid"
    with clock.moved_to(clock.now() + dt.timedelta(days=375)):
        assert states(seller)["food_safety"] == "expiring"
    with clock.moved_to(clock.now() + dt.timedelta(days=401)):
        assert states(seller)["food_safety"] == "expired"


def test_expired_paper_hides_only_the_goods_that_need_it(seller, mo, hanh):
    ended(seller, mo, hanh)
    assert on_shelf() == ["Nhãn Sông Mã", "Thịt trâu gác bếp"]
    assert "listing_is_public_when_it_is_on_sale" in broken()
    assert "shelf_holds_what_is_published" in broken()

    assert watching.watch() == 1
    assert watching.watch() == 0
    assert on_shelf() == ["Nhãn Sông Mã"]
    assert broken() == []


def test_goods_hidden_for_a_paper_they_do_not_need_are_seen(seller, mo, hanh):
    ended(seller, mo, hanh)
    watching.watch()
    longan = Listing.objects.get(product__title="Nhãn Sông Mã")
    Product.objects.filter(pk=longan.product_id).update(is_public=False)
    ShelfItem.objects.filter(listing=longan).delete()

    assert {"listing_is_public_when_it_is_on_sale", "shelf_holds_what_is_published"} <= set(
        broken()
    )


def test_goods_whose_paper_ended_cannot_be_bought_from_a_basket(seller, mo, hanh):
    pack = Pack.objects.get(listing__product__title="Thịt trâu gác bếp")
    made = apps.basket(pack)

    ended(seller, mo, hanh)
    watching.watch()

    assert apps.checkout(made, apps.wish()).status_code == 409
    assert Order.objects.count() == 0


def test_seller_reads_why_goods_left_the_shelf(seller, mo, hanh):
    ended(seller, mo, hanh)
    watching.watch()
    browser = Client()
    browser.force_login(mo)
    meat = Listing.objects.get(product__title="Thịt trâu gác bếp")
    longan = Listing.objects.get(product__title="Nhãn Sông Mã")
    words = "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"

    assert words in browser.get(f"/sell/listings/{meat.pk}/").content.decode()
    assert words not in browser.get(f"/sell/listings/{longan.pk}/").content.decode()


def test_paper_holds_on_its_last_day(seller, mo, hanh):
    accepted(seller, 10, mo, hanh)

    with clock.moved_to(clock.now() + dt.timedelta(days=10)):
        watching.watch()

    assert len(on_shelf()) == 2


def test_new_paper_brings_the_goods_back_once_it_was_looked_at(seller, mo, hanh):
    accepted(seller, 10, mo, hanh)
    with clock.moved_to(clock.now() + dt.timedelta(days=11)):
        watching.watch()
        fresh = handed_in(seller, 400, mo)
        assert on_shelf() == ["Nhãn Sông Mã"]

        looking.look(fresh.pk, accepted=True, by=hanh)

        assert on_shelf() == ["Nhãn Sông Mã", "Thịt trâu gác bếp"]


def test_owners_are_warned_once_thirty_days_before(seller, mo, hanh):
    accepted(seller, 31, mo, hanh)
    watching.warn()
    assert not OutboxMessage.objects.filter(topic="paper.expiring").exists()

    with clock.moved_to(clock.now() + dt.timedelta(days=1)):
        watching.warn()
        watching.warn()
        outbox.drain()

    letter = SentLetter.objects.get(template="paper_expiring")
    assert letter.to == "mo@example.vn"
    assert "Thịt trâu gác bếp" in letter.text
    assert "Nhãn Sông Mã" not in letter.text


def test_nobody_is_warned_of_a_paper_that_a_later_one_replaces(seller, mo, hanh):
    accepted(seller, 5, mo, hanh)
    accepted(seller, 400, mo, hanh)

    watching.warn()

    assert not OutboxMessage.objects.filter(topic="paper.expiring").exists()


def test_paper_that_is_sent_back_says_why_and_counts_for_nothing(seller, mo, hanh):
    kept = handed_in(seller, 400, mo)
    with pytest.raises(refusals.ReasonMissing):
        looking.look(kept.pk, accepted=False, by=hanh)

    looking.look(kept.pk, accepted=False, remark="Ảnh mờ, chụp lại.", by=hanh)
    outbox.drain()

    assert states(seller)["food_safety"] == "returned"
    assert "Ảnh mờ" in SentLetter.objects.get(template="paper_returned").text
    with pytest.raises(refusals.PaperLookedAt):
        looking.look(kept.pk, accepted=True, by=hanh)


def test_member_does_not_look_at_the_own_papers(seller, mo, hanh):
    kept = handed_in(seller, 400, mo)
    factories.member(seller, hanh)

    with pytest.raises(refusals.OwnCooperative):
        looking.look(kept.pk, accepted=True, by=hanh)


def test_proposal_asks_for_the_paper_its_goods_need(seller, mo):
    proposal = Proposal(category=MEAT, commune=seller.commune.code)

    def words() -> str:
        """Everything that has to be mended."""
        return " ".join(one.words for one in checking.problems(proposal, seller, is_new=False))

    assert "an toàn thực phẩm" in words()
    handed_in(seller, 400, mo)
    assert "an toàn thực phẩm" not in words()


def test_requirement_of_a_legal_form_is_for_that_form_alone(seller):
    PaperRequirement.objects.create(
        kind="identity",
        legal_form="household",
        words_vi="Căn cước",
        words_en="Citizen card",
        valid_from=dt.date(2026, 1, 1),
        source="Rule",
    )

    assert "identity" not in states(seller)
    seller.legal_form = "household"
    assert states(seller)["identity"] == "missing"


def test_requirement_ends_on_its_day(seller):
    PaperRequirement.objects.filter(kind="food_safety").update(valid_to=clock.local_day())

    assert "food_safety" not in states(seller)


def test_who_verifies_has_looked_at_the_papers(applied, hanh):
    verifying.record_check(applied.pk, method="papers", level=2, by=hanh)
    verifying.decide(applied.pk, state="verified", by=hanh)

    kept = applied.papers.get()
    assert (kept.state, kept.looked_by) == ("accepted", hanh)
    assert [entry.what for entry in audit.of(kept)] == ["paper.accepted"]


def test_application_is_taken_by_one_and_given_back(applied, hanh):
    lan = factories.user("lan@example.vn")
    verifying.assign(applied.pk, to=hanh, by=hanh)

    with pytest.raises(refusals.TakenAlready):
        verifying.assign(applied.pk, to=lan, by=lan)
    verifying.assign(applied.pk, to=None, by=hanh)
    verifying.assign(applied.pk, to=lan, by=lan)

    applied.refresh_from_db()
    assert applied.assigned_to == lan
    verifying.decide(applied.pk, state="returned", by=hanh, reason="Thiếu giấy.")
    applied.refresh_from_db()
    assert applied.assigned_to is None


def test_seller_sees_the_checklist(seller, mo):
    browser = Client()
    browser.force_login(mo)

    page = browser.get("/sell/cooperative/").content.decode()

    assert "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm" in page
    assert "badge bad" in page
