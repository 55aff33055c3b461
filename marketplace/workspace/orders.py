"""The cooperative's orders: take them, print their labels, note that they arrived."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from catalog.cooperatives.models import Membership
from catalog.orders import accepting, dayplan, ending, packing, sending, worklist
from catalog.orders.models import SellerOrder
from catalog.orders.refusals import MoveRefused
from catalog.traceability.labels.layouts import LAYOUTS
from marketplace.people.models import User
from marketplace.workspace import labeljobs, orderpages, stalls, stepwords
from marketplace.workspace.diary import sending as phone
from marketplace.workspace.orderforms import BackForm, TrackingForm

PER_PAGE = 30
CONFLICT = 409
LISTS = {
    "confirm": gettext_lazy("To take"),
    "pack": gettext_lazy("To pack"),
    "send": gettext_lazy("To send"),
    "way": gettext_lazy("On the way"),
    "done": gettext_lazy("Done"),
}


@stalls.members(*stalls.EVERYONE)
@require_GET
def orders(request: HttpRequest, membership: Membership) -> HttpResponse:
    """List the cooperative's parcels, one list per thing to do."""
    counts = worklist.counts(membership.cooperative_id)
    name = request.GET.get("list", "")
    if name not in LISTS:
        name = next((one for one in LISTS if counts[one] and one != "done"), "confirm")
    day = _day(request.GET.get("day", ""))
    found = worklist.listed(membership.cooperative_id, name)
    if day:
        found = found.filter(pk__in=dayplan.of_day(membership.cooperative_id, day).values("pk"))
    paginator = Paginator(found, PER_PAGE)
    of_day = f"&day={day.isoformat()}" if day else ""
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "filters": [
            {
                "label": label,
                "url": f"{reverse('sell-orders')}?list={one}{of_day}",
                "count": counts[one] if one != "done" else None,
                "current": one == name,
            }
            for one, label in LISTS.items()
        ],
        "name": name,
        "day": day,
        "owner": phone.owner(membership),
        "parcels": [orderpages.row(part) for part in page],
        "can_take": name == "confirm" and membership.role in stalls.SELLERS,
        "pages": orderpages.leaf(page, f"?list={name}{of_day}"),
    }
    return render(request, "workspace/orders.html", context)


def _day(text: str) -> dt.date | None:
    """The day of a filter, or none for an empty or a mistyped one."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


@stalls.members(*stalls.EVERYONE)
@require_GET
def order(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Show one parcel and the one thing to do with it now."""
    return page(request, membership, own(membership, number))


@stalls.members(*stalls.SELLERS)
@require_POST
def accept(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Take an order."""
    part = own(membership, number)
    called = bool(request.POST.get("called"))
    return step(
        request, membership, part, lambda by: accepting.accept(part.pk, called=called, by=by)
    )


@stalls.members(*stalls.SELLERS)
def refuse(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Ask once more, then give an order back; the buyer is told and the money goes back."""
    part = own(membership, number)
    if request.method == "POST":
        return _give_back(request, membership, part)
    if part.state not in ending.RETURNABLE:
        return redirect("sell-order", number)
    context = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "parcel": orderpages.parcel(part),
        "opened": part.state,
    }
    return render(request, "workspace/order_refuse.html", context)


def _give_back(request: HttpRequest, membership: Membership, part: SellerOrder) -> HttpResponse:
    """Give the order back as it stood when the question was asked."""
    try:
        ending.give_back(part.pk, opened=request.POST.get("opened", ""), by=_user(request))
    except MoveRefused:
        part = own(membership, part.number)
        return page(request, membership, part, errors=[stepwords.CHANGED], status=CONFLICT)
    messages.success(request, _("The buyer has been told."))
    return redirect("sell-orders")


@stalls.members(*stalls.EVERYONE)
@require_POST
def deliver(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Note that a parcel has arrived."""
    part = own(membership, number)
    return step(request, membership, part, lambda by: sending.deliver(part.pk, by=by))


@stalls.members(*stalls.EVERYONE)
@require_GET
def print_labels(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """The labels of a packed parcel as PDF, on sheets or a roll."""
    part = own(membership, number)
    layout = request.GET.get("layout", "a4-3x8")
    packed = packing.boxes_of(part)
    if layout not in LAYOUTS or not packed:
        raise Http404
    return labeljobs.printed(membership, packed, layout, name=part.number, reference=part.number)


@stalls.members(*stalls.EVERYONE)
@require_GET
def slip(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """The slip that lies in the parcel."""
    part = own(membership, number)
    context = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "parcel": orderpages.parcel(part),
        "back_url": reverse("sell-order", args=[part.number]),
    }
    return render(request, "shop/packing_slip.html", context)


def own(membership: Membership, number: str) -> SellerOrder:
    """The cooperative's own part; anybody else's does not exist here."""
    part = worklist.one(membership.cooperative_id, number)
    if part is None:
        raise Http404
    return part


def _user(request: HttpRequest) -> User:
    """Who is signed in; the pages above let nobody else come this far."""
    assert isinstance(request.user, User)
    return request.user


def step(
    request: HttpRequest,
    membership: Membership,
    part: SellerOrder,
    verb: Callable[[User], object],
) -> HttpResponse:
    """Take a step and show the parcel again, or say why it cannot be taken.

    A phone's own script, which may have kept the press for hours, is answered in its own way.
    """
    by_script = phone.is_by_script(request)
    try:
        verb(_user(request))
    except stepwords.REFUSALS as refusal:
        words = stepwords.words(refusal)
        if by_script:
            return phone.stays([words])
        part = own(membership, part.number)
        return page(request, membership, part, errors=[words], status=CONFLICT)
    return phone.taken() if by_script else redirect("sell-order", part.number)


def page(
    request: HttpRequest,
    membership: Membership,
    part: SellerOrder,
    *,
    errors: Sequence[str | Promise] = (),
    status: int = 200,
    form: TrackingForm | None = None,
    back: BackForm | None = None,
) -> HttpResponse:
    """The page of one parcel."""
    sells = membership.role in stalls.SELLERS
    packed = part.state in worklist.PRINTABLE
    gone = part.state == SellerOrder.State.CANCELLED
    returnable = sells and part.state in ending.RETURNABLE
    context: dict[str, Any] = {
        "cooperative": membership.cooperative,
        "tab": "orders",
        "owner": phone.owner(membership),
        "draft": phone.DraftFields(initial=phone.fresh()),
        "parcel": orderpages.parcel(part),
        "errors": errors,
        "nudges": part.nudges.order_by("at", "pk"),
        "labels_url": reverse("sell-order-labels", args=[part.number]) if packed else "",
        "slip_url": "" if gone else reverse("sell-order-slip", args=[part.number]),
        "give_back_url": reverse("sell-order-refuse", args=[part.number]) if returnable else "",
        **orderpages.todo(part, errors, sells=sells, told=request.POST),
    }
    if "ship" in context:
        context["ship"]["form"] = form or TrackingForm()
    if "back" in context:
        context["back"]["form"] = back or BackForm()
    return render(request, "workspace/order.html", context, status=status)
