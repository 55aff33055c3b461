"""Orders no cooperative answers though everybody was asked: the department looks after them."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.orders import nudging
from catalog.orders.models import SellerOrder
from marketplace.design import formats
from marketplace.people import fields
from marketplace.people.models import User
from marketplace.records import clock

MOST, SHOWN = 200, 5


@permission_required("people.help_buyers", raise_exception=True)
@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    """List them, the one due first on top, with what was done already."""
    rows = [row(part) for part in nudging.unanswered()[:MOST]]
    return render(request, "desk/unanswered.html", {"tab": "unanswered", "rows": rows})


def row(part: SellerOrder) -> dict[str, Any]:
    """One order with whom to call."""
    seller = part.cooperative
    assert part.confirm_by is not None
    late = part.confirm_by <= clock.now()
    return {
        "number": part.number,
        "total": part.total,
        "cooperative": seller.name,
        "commune": seller.commune.full_name,
        "phone": fields.spoken(seller.phone),
        "due_words": formats.moment(part.confirm_by),
        "due_level": "bad" if late else "warn",
        "steps": [
            {"words": nudge.get_step_display(), "at": nudge.at, "reached": nudge.reached}
            for nudge in part.nudges.all()
        ],
    }


def section(user: User) -> dict[str, Any] | None:
    """The same on the desk's first page."""
    if not user.has_perm("people.help_buyers"):
        return None
    parts = list(nudging.unanswered()[:MOST])
    rows = [row(part) for part in parts[:SHOWN]]
    return {
        "name": _("Unanswered orders"),
        "rows": [
            {
                "title": one["number"],
                "note": f"{one['cooperative']}, {one['phone']}",
                "url": reverse("desk-unanswered"),
                "waited": "",
                "due_words": one["due_words"],
                "due_level": one["due_level"],
            }
            for one in rows
        ],
        "url": reverse("desk-unanswered"),
        "waiting": len(parts),
        "overdue": sum(1 for part in parts if part.confirm_by and part.confirm_by <= clock.now()),
        "nothing": _("Every order has its answer."),
    }
