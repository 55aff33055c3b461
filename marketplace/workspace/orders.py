"""The cooperative's orders: take them, pack them, print their labels, send them."""

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
from catalog.orders.refusals import MoveRefused, NotProved
from catalog.seasons.refusals import NotHarvested
from catalog.stock.refusals import NotHeld, OutOfStock
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.lots import assigning
from catalog.traceability.lots import packing as boxes
from catalog.traceability.lots import shipping as road
from marketplace.people.models import User
from marketplace.workspace import labelforms, labeljobs, orderpages, stalls, weights
from marketplace.workspace.orderforms import BackForm, TrackingForm

PER_PAGE = 30
CONFLICT, UNPROCESSABLE = 409, 422
CHANGED = gettext_lazy("The order was changed meanwhile. This is how it stands now.")
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
        return page(request, membership, part, errors=[CHANGED], status=CONFLICT)
    messages.success(request, _("The buyer has been told."))
    return redirect("sell-orders")


@stalls.members(*stalls.EVERYONE)
@require_POST
def pack(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Pack a parcel out of the lots that were chosen. A second tap finds it packed."""
    part = own(membership, number)
    if part.state in worklist.PRINTABLE:
        return redirect("sell-order", number)
    taken, scale = _taken(request, part), weights.read(part, request.POST)
    words = [] if taken else [_("Choose a lot for every line.")]
    words += scale.errors
    if taken is None or words:
        return page(request, membership, part, errors=words, status=UNPROCESSABLE)
    return step(
        request,
        membership,
        part,
        lambda by: packing.pack(
            part.pk,
            taken,
            weighed=scale.grams,
            labelled=labelforms.codes_in(request.POST.get("labelled", "")),
            by=by,
        ),
    )


@stalls.members(*stalls.EVERYONE)
@require_POST
def ship(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Hand a parcel to the carrier."""
    part = own(membership, number)
    form = TrackingForm(request.POST)
    if not form.is_valid():
        return page(request, membership, part, status=UNPROCESSABLE, form=form)
    code = form.cleaned_data["tracking"]
    return step(request, membership, part, lambda by: sending.ship(part.pk, tracking=code, by=by))


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


def _taken(request: HttpRequest, part: SellerOrder) -> dict[int, dict[int, int]] | None:
    """The chosen lots by line; nothing when one is missing or was not offered."""
    taken = {}
    for line, offered in worklist.choices(part).items():
        wanted = request.POST.get(f"lot-{line}")
        chosen = next((choice for choice in offered if choice.value == wanted), None)
        if chosen is None:
            return None
        taken[line] = chosen.lots
    return taken


def step(
    request: HttpRequest,
    membership: Membership,
    part: SellerOrder,
    verb: Callable[[User], object],
) -> HttpResponse:
    """Take a step and show the parcel again, or say why it cannot be taken."""
    try:
        verb(_user(request))
    except (MoveRefused, NotHeld):
        words = str(CHANGED)
    except (OutOfStock, packing.WrongUnits, boxes.MoreThanHarvested):
        words = _("That lot does not hold enough. Choose another one.")
    except (boxes.LotNotOpen, road.CalledBack):
        words = _("That lot was called back. Nothing of it may be sent.")
    except NotProved:
        words = _("Nobody has typed the code yet: call the buyer, and say here that you did.")
    except NotHarvested:
        words = _("Not all of it has come in. Write the harvest down first.")
    except (assigning.NotFree, boxes.PackedBeforeHarvest) as refusal:
        words = _no_box(refusal)
    else:
        return redirect("sell-order", part.number)
    part = own(membership, part.number)
    return page(request, membership, part, errors=[words], status=CONFLICT)


def _no_box(refusal: Exception) -> str:
    """Why there is no box: none of those codes waits for an order, or nothing was picked yet."""
    if isinstance(refusal, assigning.NotFree):
        codes = ", ".join(refusal.args[:5])
        return _("No labelled boxes that wait for an order: %(codes)s") % {"codes": codes}
    return _("That lot has not been harvested yet.")


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
