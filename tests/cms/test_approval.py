"""The department approves promotions and live sales; editors cannot publish them past it."""

import datetime as dt

import pytest
from django.test import Client
from wagtail.models import TaskState

from cms import approval, tasks
from cms.models import GuideIndex, GuidePage, PromotionIndex, PromotionPage
from marketplace.people import roles
from marketplace.records import clock
from marketplace.records.models import AuditEntry
from tests.cms import making

pytestmark = pytest.mark.django_db


def sent_in() -> tuple[PromotionPage, TaskState]:
    """A promotion an editor has sent in."""
    page = making.promotion(live=False, slug="cho-duyet")
    _client, who = making.editor()
    page.save_revision(user=who)
    page.get_workflow().start(page, who)
    return page, approval.waiting().get()


def test_an_editor_sends_in_and_cannot_publish():
    page = making.promotion(live=False)
    _client, who = making.editor()

    tester = page.permissions_for_user(who)

    assert tester.can_edit()
    assert not tester.can_publish()
    assert page.get_workflow().name == approval.TASK
    guide = GuidePage(title="Mua", slug="mua", lead="Ba bước.")
    making.index(GuideIndex).add_child(instance=guide)
    assert guide.permissions_for_user(who).can_publish()
    assert not making.index(PromotionIndex).permissions_for_user(who).can_publish_subpage()


def test_the_desk_reads_approves_and_it_is_public(client: Client):
    _page, state = sent_in()
    moderator, who = making.editor(roles.MODERATOR)
    assert client.get("/promo/cho-duyet/").status_code == 404

    listed = moderator.get("/desk/pages/").content.decode()
    preview = moderator.get(f"/desk/pages/{state.pk}/preview/")
    answer = moderator.post(f"/desk/pages/{state.pk}/", {"decision": "approve"})

    assert "Tuần nhãn Sông Mã" in listed
    assert "Tỉnh trả phí giao." in preview.content.decode()
    assert answer.status_code == 302
    assert client.get("/promo/cho-duyet/").status_code == 200
    assert AuditEntry.objects.get(what="page.approved").by == who


def test_what_is_given_back_says_why():
    page, state = sent_in()
    moderator, _who = making.editor(roles.MODERATOR)
    address = f"/desk/pages/{state.pk}/"

    silent = moderator.post(address, {"decision": "return", "reason": ""})
    told = moderator.post(address, {"decision": "return", "reason": "Thiếu ngày."})

    assert (silent.status_code, told.status_code) == (422, 302)
    page.refresh_from_db()
    state.refresh_from_db()
    assert not page.live
    assert (state.status, state.comment) == ("rejected", "Thiếu ngày.")
    assert moderator.get(address).status_code == 404


def test_who_sent_a_page_in_does_not_decide_on_it():
    _page, state = sent_in()

    with pytest.raises(approval.OwnPage):
        approval.decide(state.pk, approve=True, reason="", by=state.workflow_state.requested_by)


def test_a_page_goes_public_at_the_moment_the_editor_chose(client: Client):
    guide = GuidePage(title="Mua", slug="mua", lead="Ba bước.", live=False)
    making.index(GuideIndex).add_child(instance=guide)
    guide.go_live_at = clock.now() + dt.timedelta(hours=1)
    guide.save_revision().publish()
    tasks.publish_scheduled()
    assert client.get("/guides/mua/").status_code == 404

    type(guide).objects.filter(pk=guide.pk).update(go_live_at=clock.now())
    revision = guide.scheduled_revision
    revision.approved_go_live_at = clock.now() - dt.timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    tasks.publish_scheduled()

    assert client.get("/guides/mua/").status_code == 200
