"""Letters nobody could deliver: why, since when, and the button that sends them again."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from marketplace.design import formats
from marketplace.people.models import User
from marketplace.records import dead_letters, outbox
from marketplace.records.models import OutboxMessage

MOST, SHOWN = 200, 5
HELP = "people.help_buyers"

# What the messages of a topic are called; one without a row here bears its own short name.
NAMES: dict[str, str | Promise] = {
    "order.received": gettext_lazy("Order received"),
    "order.link": gettext_lazy("Link to an order"),
    "order.paid": gettext_lazy("Order paid"),
    "order.phone_code": gettext_lazy("Code for an order's phone"),
    "order.refunded": gettext_lazy("Money sent back"),
    "order.refund_returned": gettext_lazy("Refund came back"),
    "order.deposit_kept": gettext_lazy("Deposit kept"),
    "order.taken_back": gettext_lazy("Goods sent back by a buyer"),
    "statement.closed": gettext_lazy("Statement of a cooperative"),
    "payout.sent": gettext_lazy("Payout to a cooperative"),
    "cooperative.account": gettext_lazy("Changed bank account"),
    "order.shipped": gettext_lazy("Parcel on its way"),
    "order.ended": gettext_lazy("Order ended"),
    "order.part_cancelled": gettext_lazy("Parcel cancelled"),
    "order.packed_lighter": gettext_lazy("Parcel packed lighter"),
    "order.confirm": gettext_lazy("Order to confirm"),
    "order.nudge": gettext_lazy("Reminder to confirm"),
    "message.to_seller": gettext_lazy("Message to a cooperative"),
    "message.to_buyer": gettext_lazy("Message to a buyer"),
    "scans.alerted": gettext_lazy("Labels scanned unusually"),
    "problem.reported": gettext_lazy("Problem with goods reported"),
    "problem.answered": gettext_lazy("Answer about a reported problem"),
    "listing.decided": gettext_lazy("Answer about a listing"),
    "cooperative.applied": gettext_lazy("New application"),
    "cooperative.decided": gettext_lazy("Answer to an application"),
    "paper.expiring": gettext_lazy("Paper that ends soon"),
    "paper.returned": gettext_lazy("Paper sent back"),
    "report.received": gettext_lazy("Receipt of a report"),
    "report.answered": gettext_lazy("Answer to a report"),
    "takedown.ordered": gettext_lazy("Takedown"),
    "takedown.lifted": gettext_lazy("Takedown ended"),
    "member.invited": gettext_lazy("Invitation"),
    "order.harvested": gettext_lazy("Harvest begun"),
    "preorder.ready": gettext_lazy("Harvest ready for its orders"),
    "preorder.short": gettext_lazy("Harvest too small"),
    "waiting.asked": gettext_lazy("Waiting list joined"),
    "waiting.back": gettext_lazy("Goods are back"),
    "labels.make": gettext_lazy("Labels to make"),
    "scratch.make": gettext_lazy("Scratch codes to make"),
    "recall.spread": gettext_lazy("Letters of a recall"),
    "recall.notice": gettext_lazy("Recall: letter to a buyer"),
    "recall.reminder": gettext_lazy("Recall: reminder to a buyer"),
    "recall.task": gettext_lazy("Recall: letter to a cooperative"),
    "recall.unpacked": gettext_lazy("Recall: order to pack from another lot"),
    "people.letter": gettext_lazy("Letter about an account"),
}

# What a kind of failure asks of the staff; the carrier's own words, in English, stand below it.
MEANINGS: dict[str, Promise] = {
    "Refused": gettext_lazy("The address takes nothing. Ask the person for another one."),
    "Unreachable": gettext_lazy("The address takes nothing. Ask the person for another one."),
    "NoCarrier": gettext_lazy("No carrier is set up. Tell whoever runs the market."),
    "ZaloError": gettext_lazy("Zalo did not take it. Try again later."),
}
FAULT = gettext_lazy(
    "It failed on the way. Try again; if it fails once more, tell whoever runs the market."
)


@permission_required(HELP, raise_exception=True)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """List what was given up, the newest first, and how many there are of each kind."""
    kinds = outbox.dead().order_by("topic").values("topic").annotate(count=Count("pk"))
    context = {
        "tab": "letters",
        "rows": [row(message) for message in outbox.dead()[:MOST]],
        "kinds": [{**kind, "name": name(kind["topic"])} for kind in kinds],
    }
    return render(request, "desk/letters.html", context)


@permission_required(HELP, raise_exception=True)
@require_POST
def retry(request: HttpRequest, message_id: int) -> HttpResponse:
    """Send one of them again."""
    assert isinstance(request.user, User)
    if not dead_letters.retry(message_id, by=request.user):
        raise Http404
    messages.success(request, _("It is being sent again."))
    return redirect("desk-letters")


@permission_required(HELP, raise_exception=True)
@require_POST
def retry_all(request: HttpRequest, topic: str) -> HttpResponse:
    """Send all of one kind again: the carrier is back."""
    assert isinstance(request.user, User)
    count = dead_letters.retry_topic(topic, by=request.user)
    if not count:
        raise Http404
    words = ngettext(
        "%(count)s letter is being sent again.", "%(count)s letters are being sent again.", count
    )
    messages.success(request, words % {"count": count})
    return redirect("desk-letters")


def name(topic: str) -> str:
    """What the staff call the messages of a topic."""
    return str(NAMES.get(topic, topic))


def row(message: OutboxMessage) -> dict[str, Any]:
    """One message as the page shows it, without anybody's whole address."""
    why, _line, whom = dead_letters.masked(message.last_error).partition("\n")
    return {
        "pk": message.pk,
        "name": name(message.topic),
        "whom": whom,
        "meaning": MEANINGS.get(why.partition(":")[0], FAULT),
        "why": why,
        "posted": message.posted_at,
        "since": message.dead_at,
        "attempts": message.attempts,
    }


def section(user: User) -> dict[str, Any] | None:
    """The same on the desk's first page."""
    if not user.has_perm(HELP):
        return None
    found = outbox.dead()
    here = reverse("desk-letters")
    return {
        "name": _("Undelivered letters"),
        "rows": [
            {
                "title": one["name"],
                "note": one["whom"],
                "url": here,
                "waited": "",
                "due_words": formats.moment(one["since"]),
                "due_level": "bad",
            }
            for one in map(row, found[:SHOWN])
        ],
        "url": here,
        "waiting": found.count(),
        "overdue": 0,
        "nothing": _("Every letter has found its way."),
    }
