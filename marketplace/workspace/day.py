"""A day's orders in one press each: take them, print what to pick, all labels, all slips."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from catalog.cooperatives.models import Membership
from catalog.orders import accepting, dayplan, worklist
from catalog.traceability.labels.layouts import LAYOUTS
from marketplace.design import formats
from marketplace.records import clock
from marketplace.workspace import labeljobs, orderpages, stalls

MOST_AT_ONCE = 200


@stalls.members(*stalls.SELLERS)
@require_POST
def accept(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Take every order that was ticked; what cannot be taken any more is named, the rest is."""
    wanted = request.POST.getlist("order")[:MOST_AT_ONCE]
    own = worklist.of(membership.cooperative_id).filter(number__in=wanted)
    keys = dict(own.values_list("pk", "number"))
    if len(keys) != len(set(wanted)):
        raise Http404
    if not keys:
        messages.warning(request, _("Tick the orders you take."))
        return redirect(f"{reverse('sell-orders')}?list=confirm")
    done = accepting.accept_several(keys, by=membership.user)
    if done.taken:
        words = ngettext("One order taken.", "%(n)d orders taken.", done.taken)
        messages.success(request, words % {"n": done.taken})
    if done.passed:
        names = ", ".join(keys[key] for key in done.passed)
        messages.warning(
            request, _("Changed meanwhile, or to be called first: %(names)s") % {"names": names}
        )
    return redirect(f"{reverse('sell-orders')}?list=pack")


@stalls.members(*stalls.EVERYONE)
@require_GET
def plan(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show what to pick by pack and lot and by order, and what was packed on the day."""
    day = _day(request)
    waiting = dayplan.to_pack(membership.cooperative_id)
    packed = dayplan.packed_on(membership.cooperative_id, day)
    boxes = dayplan.boxes_of(packed)
    asked = f"?day={day.isoformat()}"
    context = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "day": day,
        "is_today": day == clock.local_day(),
        "picks": dayplan.picks(waiting),
        "orders": [orderpages.row(part) | {"note": part.order.placement.note} for part in waiting],
        "packed": [orderpages.row(part) for part in packed],
        "boxes": len(boxes),
        "layouts": [
            {"url": f"{reverse('sell-orders-labels')}{asked}&layout={name}", "words": words}
            for name, words in _layouts().items()
        ],
        "slips_url": f"{reverse('sell-orders-slips')}{asked}",
        "before_url": f"?day={(day - dt.timedelta(days=1)).isoformat()}",
    }
    return render(request, "workspace/day.html", context)


@stalls.members(*stalls.EVERYONE)
@require_GET
def print_labels(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Every label of the boxes packed on the day, as one PDF, parcel after parcel."""
    day, layout = _day(request), request.GET.get("layout", "a4-3x8")
    boxes = dayplan.boxes_of(dayplan.packed_on(membership.cooperative_id, day))
    if layout not in LAYOUTS:
        raise Http404
    if not boxes:
        words = _("Nothing was packed on %(day)s.") % {"day": formats.day(day)}
        messages.info(request, words)
        return redirect("sell-orders-day")
    return labeljobs.printed(membership, boxes, layout, name=day.isoformat())


@stalls.members(*stalls.EVERYONE)
@require_GET
def slips(request: HttpRequest, membership: Membership) -> HttpResponse:
    """The slips of every parcel packed on the day, one page of paper each."""
    day = _day(request)
    packed = dayplan.packed_on(membership.cooperative_id, day)
    if not packed:
        messages.info(request, _("Nothing was packed on %(day)s.") % {"day": formats.day(day)})
        return redirect("sell-orders-day")
    context: dict[str, Any] = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "day": day,
        "parcels": [orderpages.parcel(part) for part in packed],
        "back_url": f"{reverse('sell-orders-day')}?day={day.isoformat()}",
    }
    return render(request, "workspace/slips.html", context)


def _day(request: HttpRequest) -> dt.date:
    """The local day asked for, today when none was; ``Http404`` for what is no day."""
    asked = request.GET.get("day")
    if not asked:
        return clock.local_day()
    try:
        return dt.date.fromisoformat(asked)
    except ValueError as error:
        raise Http404 from error


def _layouts() -> dict[str, str]:
    """The papers labels can be printed on, in words."""
    return {"a4-3x8": _("All labels on A4 sheets"), "roll-50x30": _("All labels on a roll")}
