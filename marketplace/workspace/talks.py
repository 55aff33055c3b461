"""Buyers' messages before a cooperative: what waits for an answer, and answering it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from catalog.cooperatives.models import Membership
from catalog.messages import pages, queries, writing
from catalog.messages.forms import MessageForm, ReportForm
from catalog.messages.models import Conversation, Message
from marketplace.design import formats
from marketplace.records import clock
from marketplace.workspace import orderpages, stalls
from marketplace.workspace.today import Task

UNPROCESSABLE, TOO_MANY = 422, 429
PER_PAGE = 30
SELLER = Message.Side.SELLER


@stalls.members(*stalls.SELLERS)
@require_safe
def talks(request: HttpRequest, membership: Membership) -> HttpResponse:
    """List the conversations, those that wait for an answer first."""
    found = queries.of_cooperative(membership.cooperative_id)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "rows": [pages.row(one) for one in page],
        "pages": orderpages.leaf(page, "?"),
    }
    return render(request, "workspace/talks.html", context)


@stalls.members(*stalls.SELLERS)
def talk(request: HttpRequest, membership: Membership, conversation_id: int) -> HttpResponse:
    """Read a conversation, and answer."""
    found = _own(membership, conversation_id)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        try:
            writing.say(found.pk, facts["text"], side=SELLER, by=membership.user, key=facts["key"])
        except writing.TooMany:
            words = _("So many messages in one day are not sent. Call the buyer instead.")
            form.add_error("text", words)
            return _page(request, membership, found, form, status=TOO_MANY)
        messages.success(request, _("Sent. The buyer gets it by message."))
        if writing.holds_contact(facts["text"]):
            messages.warning(
                request,
                _("There is a phone number, an address or a link in it. Sell through the market."),
            )
        return redirect("sell-message", found.pk)
    if request.method == "GET":
        writing.read(found, SELLER)
    return _page(request, membership, found, form)


@stalls.members(*stalls.SELLERS)
@require_POST
def report(request: HttpRequest, membership: Membership, conversation_id: int) -> HttpResponse:
    """Let the department read a conversation that goes wrong."""
    found = _own(membership, conversation_id)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, found, MessageForm(), report_form=form)
    writing.report(found.pk, form.cleaned_data["why"], by=membership.user, side=SELLER)
    messages.success(request, _("The department reads this conversation and looks after it."))
    return redirect("sell-message", found.pk)


def tasks(membership: Membership) -> list[Task]:
    """Questions that wait, with the time by which to answer the first."""
    if membership.role not in stalls.SELLERS:
        return []
    waiting = list(queries.unanswered(membership.cooperative_id))
    if not waiting:
        return []
    first = waiting[0].answer_by
    assert first is not None
    late = first <= clock.now()
    words = _("an answer was due %(when)s") if late else _("answer the first by %(when)s")
    title = ngettext("Question to answer", "Questions to answer", len(waiting))
    note = words % {"when": formats.moment(first)}
    return [Task(len(waiting), title, note, reverse("sell-messages"), urgent=late)]


def _own(membership: Membership, conversation_id: int) -> Conversation:
    """The cooperative's own conversation; anybody else's does not exist here."""
    found = queries.one_of(membership.cooperative_id, conversation_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    membership: Membership,
    found: Conversation,
    form: MessageForm,
    *,
    report_form: ReportForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The conversation as its cooperative sees it."""
    mistaken = form.errors or (report_form is not None and report_form.errors)
    part = found.seller_order
    context: dict[str, Any] = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "talk": found,
        "about": pages.about(found),
        "order_url": reverse("sell-order", args=[part.number]) if part else "",
        "said": pages.said(queries.said(found), side=SELLER),
        "form": form,
        "report_form": report_form or ReportForm(),
        "reported": bool(found.reported_at and not found.settled_at),
        "late": bool(found.answer_by and found.answer_by <= clock.now()),
    }
    if status == 200 and mistaken:
        status = UNPROCESSABLE
    return render(request, "workspace/talk.html", context, status=status)
