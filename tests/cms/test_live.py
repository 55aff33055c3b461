"""Live sales: the gate, every state, the shelf, complaints, and the rooms of those who run them."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from catalog.baskets.models import BasketLineSource
from catalog.cooperatives import applying
from catalog.cooperatives.models import Membership
from cms.live import sessions
from cms.live.models import LivePin, LiveReport, LiveSession
from cms.live.refusals import MoveRefused, NoSuchItem, NotReady
from cms.models import LiveIndex, LivestreamPage
from marketplace.people import roles
from marketplace.records import clock, invariants
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog import buying
from tests.cms import making

pytestmark = pytest.mark.django_db


def live_page(listing: Any = None, **other: Any) -> Any:
    """A published live page with one host and one listing."""
    listing = listing or factories.listing()
    now = clock.now()
    facts: dict[str, Any] = {
        "title": "Vườn nhãn vào vụ",
        "slug": "vuon-nhan",
        "lead": "Hái và đóng hộp trong ngày.",
        "planned_start": now + dt.timedelta(hours=2),
        "planned_end": now + dt.timedelta(hours=3),
        "hosts": making.raw(("host", {"name": "Bác Ín", "cooperative": listing.cooperative_id})),
        "items": making.raw(
            ("item", {"listing": listing.pk, "note": "Hái sáng nay", "warning": ""})
        ),
        "slides": making.raw(("slide", {"image": None, "words": "Chùm này hái lúc 5 giờ."})),
    }
    page = LivestreamPage(**facts | other, live=False)
    making.index(LiveIndex).add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def paper(listing: Any) -> None:
    """Hand in the registration of a listing's cooperative."""
    upload = SimpleUploadedFile("giay.pdf", b"%PDF-1.7 giay to")
    piece = applying.Evidence("registration", upload)
    applying.hand_in(listing.cooperative_id, piece, by=factories.user())


def ready(listing: Any = None) -> LiveSession:
    """A session that may start."""
    listing = listing or factories.listing()
    live_page(listing)
    paper(listing)
    session = LiveSession.objects.get()
    host = session.hosts.get()
    sessions.check_host(host.pk, identity="VNeID 2", papers="Đăng ký", by=factories.user())
    return session


def seen(client: Client) -> str:
    """The public page."""
    answer = client.get("/live/vuon-nhan/")
    assert answer.status_code == 200
    return answer.content.decode()


def whole() -> None:
    """No invariant is broken."""
    assert {found.name: found.count for found in invariants.check() if found.count} == {}


def test_publishing_a_page_plans_its_session_and_a_revision_never_rolls_it_back():
    session = ready()
    page = LivestreamPage.objects.get()
    sessions.start(session.pk, by=factories.user())

    page.items = []
    page.title = "Tên mới"
    page.save_revision().publish()

    session.refresh_from_db()
    assert session.state == "live"
    assert session.items.count() == 1


def test_a_session_does_not_start_before_everything_is_there():
    listing = factories.listing(category="honey", title="Mật ong")
    live_page(listing)
    session = LiveSession.objects.get()

    with pytest.raises(NotReady) as refused:
        sessions.start(session.pk, by=factories.user())

    told = " ".join(refused.value.missing)
    assert "Bác Ín" in told
    assert "giấy đăng ký kinh doanh" in told
    assert "cảnh báo" in told
    session.refresh_from_db()
    assert session.state == "scheduled"
    assert session.started_at is None


def test_each_state_has_its_page(client: Client):
    session = ready()
    by = factories.user()
    assert "Bắt đầu lúc" in seen(client)
    LivestreamPage.objects.update(planned_start=clock.now() - dt.timedelta(minutes=1))
    LiveSession.objects.update(planned_start=clock.now() - dt.timedelta(minutes=1))
    assert "Chuẩn bị bắt đầu" in seen(client)

    sessions.start(session.pk, by=by)
    sessions.pin(session.pk, session.items.get().pk, by=by)
    running = seen(client)
    assert "Chùm này hái lúc 5 giờ." in running
    assert "Đang giới thiệu" in running
    assert "/t/" in running or "/01/" in running

    sessions.end(session.pk, by=by)
    over = seen(client)
    assert "Phiên đã kết thúc" in over
    assert "Phút 0" in over
    session.refresh_from_db()
    assert session.keep_until >= clock.local_day() + dt.timedelta(days=365)
    whole()


def test_the_province_stops_a_sale_with_its_reason(client: Client):
    session = ready()
    sessions.start(session.pk, by=factories.user())
    moderator, who = making.editor(roles.MODERATOR)
    address = f"/desk/live/{session.pk}/finish/"

    without = moderator.post(address, {"verb": "stop", "reason": ""})
    stopped = moderator.post(address, {"verb": "stop", "reason": "Nói sai về công dụng."})

    assert (without.status_code, stopped.status_code) == (422, 302)
    page = seen(client)
    assert "Sở đã dừng phiên này" in page
    assert "Nói sai về công dụng." in page
    assert "Thêm vào giỏ" not in page
    entry = AuditEntry.objects.get(what="live.stopped")
    assert entry.by == who
    with pytest.raises(MoveRefused):
        sessions.start(session.pk, by=who)


def test_a_planned_sale_is_called_off(client: Client):
    session = ready()
    moderator, _who = making.editor(roles.MODERATOR)

    moderator.post(f"/desk/live/{session.pk}/finish/", {"verb": "cancel", "reason": "Mưa lớn."})

    assert "Phiên này đã hủy" in seen(client)
    assert "Mưa lớn." in seen(client)


def test_what_is_bought_there_says_so_and_comes_back(client: Client):
    listing = factories.listing()
    session = ready(listing)
    sessions.start(session.pk, by=factories.user())
    item, pack = session.items.get(), listing.packs.get()
    put = {
        "pack": pack.pk,
        "quantity": "1",
        "source": "live",
        "detail": f"live:{session.pk}:{item.pk}",
        "back": "/live/vuon-nhan/",
    }

    answer = client.post("/basket/add/", put)
    elsewhere = client.post("/basket/add/", put | {"back": "https://example.vn/"})

    assert answer["Location"] == "/live/vuon-nhan/"
    assert elsewhere["Location"] == "/basket/"
    source = BasketLineSource.objects.get()
    assert (source.source, source.detail) == ("live", f"live:{session.pk}:{item.pk}")
    assert buying.place(client).status_code == 302


def test_anybody_complains_and_the_desk_answers_in_time(client: Client):
    session = ready()
    address = f"/live/session/{session.token}/report/"

    empty = client.post(address, {"kind": "false", "words": ""})
    sent = client.post(address, {"kind": "false", "words": "Nói chữa được bệnh."})

    assert (empty.status_code, sent.status_code) == (422, 302)
    report = LiveReport.objects.get()
    assert report.due_at - report.at == dt.timedelta(hours=24)
    moderator, who = making.editor(roles.MODERATOR)
    assert "Nói sai sự thật" in moderator.get("/desk/live/").content.decode()
    answer = moderator.post(f"/desk/live/complaints/{report.pk}/", {"outcome": "Đã nhắc."})
    assert answer.status_code == 302
    report.refresh_from_db()
    assert (report.outcome, report.answered_by) == ("Đã nhắc.", who)
    assert client.get("/live/session/khong-co/report/").status_code == 404


def test_a_member_runs_the_sale_of_the_own_cooperative_only():
    listing = factories.listing()
    session = ready(listing)
    seller, stranger = factories.user(), factories.user()
    factories.member(listing.cooperative, factories.user(), Membership.Role.OWNER)
    factories.member(listing.cooperative, seller, Membership.Role.SELLER)
    factories.member(factories.cooperative(), stranger, Membership.Role.OWNER)
    mine, theirs = Client(), Client()
    mine.force_login(seller)
    theirs.force_login(stranger)
    move = f"/sell/live/{session.pk}/move/"

    assert theirs.get(f"/sell/live/{session.pk}/").status_code == 404
    assert theirs.post(move, {"verb": "start"}).status_code == 404
    mine.post(move, {"verb": "start"})
    mine.post(move, {"verb": "pin", "value": str(session.items.get().pk)})
    mine.post(move, {"verb": "slide", "value": "0"})

    session.refresh_from_db()
    assert session.state == "live"
    assert LivePin.objects.get().ended_at is None
    assert "Vườn nhãn vào vụ" in mine.get("/sell/live/").content.decode()
    mine.post(move, {"verb": "end"})
    assert LivePin.objects.get().ended_at is not None
    whole()


def test_the_control_room_names_what_is_missing():
    listing = factories.listing()
    live_page(listing)
    session = LiveSession.objects.get()
    seller = factories.user()
    factories.member(listing.cooperative, seller, Membership.Role.SELLER)
    client = Client()
    client.force_login(seller)

    answer = client.post(f"/sell/live/{session.pk}/move/", {"verb": "start"})

    assert answer.status_code == 409
    assert "Chưa kiểm tra danh tính" in answer.content.decode()


def test_one_item_is_shown_at_a_time_and_only_of_the_own_shelf():
    session = ready()
    by = factories.user()
    sessions.start(session.pk, by=by)
    item = session.items.get()
    sessions.pin(session.pk, item.pk, by=by)

    with pytest.raises(NoSuchItem):
        sessions.pin(session.pk, item.pk + 999, by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        LivePin.objects.create(session=session, item=item, started_at=clock.now())


def test_the_live_page_asks_little(client: Client, django_assert_max_num_queries):
    session = ready()
    sessions.start(session.pk, by=factories.user())
    seen(client)

    with django_assert_max_num_queries(16):
        seen(client)


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("live_hosts_were_checked", "host"),
        ("live_pins_are_of_the_shelf", "pin"),
    ],
)
def test_a_broken_sentence_about_live_sales_is_found(name: str, broken: str):
    session = ready()
    by = factories.user()
    sessions.start(session.pk, by=by)
    sessions.pin(session.pk, session.items.get().pk, by=by)
    if broken == "host":
        session.hosts.update(checked_at=clock.now() + dt.timedelta(hours=1))
    else:
        LiveSession.objects.update(state="ended", ended_at=clock.now())

    assert name in [one.name for one in invariants.check() if one.count]
