"""An order's pages, for whoever holds its token or placed it signed in; 404 for everybody else."""

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    condition,
    require_http_methods,
    require_POST,
    require_safe,
)

from catalog.orders import (
    choosing,
    deposits,
    ending,
    pages,
    paying,
    paypages,
    queries,
    returning,
)
from catalog.orders.models import Placement
from catalog.orders.refusals import ChannelRefused, MoveRefused
from catalog.recalling import wording as recalled
from marketplace.people.models import User
from payments import channels, pictures, polling
from payments.models import Attempt

REFUSED = 409
PER_PAGE = 20


def opened(request: HttpRequest, number: str) -> tuple[Placement, pages.Links]:
    """The order, if the request may see it; ``Http404`` otherwise."""
    token = request.GET.get("token", "")[:64]
    placement = queries.placement(number, token=token, user=request.user)
    if placement is None:
        raise Http404
    return placement, pages.Links(placement, token)


def _by(request: HttpRequest) -> User | None:
    """Who does it, as far as known."""
    return request.user if isinstance(request.user, User) else None


@never_cache
@require_safe
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """Show where every parcel is."""
    placement, links = opened(request, number)
    context = pages.order(placement, links)
    remembering = set(queries.remembering(placement))
    for parcel in context["parcels"]:
        seller, part = parcel["cooperative"]["id"], {"part": parcel["part"]}
        if seller in remembering:
            parcel["forget_url"] = links("customers:forget", part)
    context["recalls"] = recalled.of_order(placement.order_id)
    return render(request, "shop/order.html", context)


@never_cache
@require_safe
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Show the receipt, to print or keep."""
    placement, links = opened(request, number)
    return render(request, "shop/receipt.html", pages.order(placement, links))


@never_cache
@require_safe
def pay(request: HttpRequest, number: str) -> HttpResponse:
    """Show what to pay and how, and wait for the money."""
    placement, links = opened(request, number)
    attempts = _asked(placement)
    if not attempts:
        return redirect(links("orders:detail"))
    return render(request, "shop/payment.html", paypages.payment(placement, attempts, links))


def _etag(request: HttpRequest, number: str) -> str:
    """Changes with the state of the payment."""
    placement, _links = opened(request, number)
    found = paypages.status(placement, _attempts(placement))
    return f'"{hashlib.sha256(repr(found).encode()).hexdigest()[:20]}"'


def _attempts(placement: Placement) -> list[Attempt]:
    """Every asking for what is paid beforehand; ``Http404`` when there is none."""
    found = _asked(placement)
    if not found:
        raise Http404
    return found


def _asked(placement: Placement) -> list[Attempt]:
    """The same, after providers were asked about those whose turn it is: a buyer waits here."""
    found = deposits.asked(placement)
    if polling.ask_due(found):
        found = deposits.asked(placement)
    return found


@never_cache
@require_safe
def back(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """Take a buyer in who comes from a provider's page. What that page claims is not believed.

    The provider is asked a moment later, unless it has told us by then.
    """
    placement = queries.of_number(number) if returning.is_right(number, key) else None
    if placement is None:
        raise Http404
    for reference in (number, deposits.reference(number)):
        polling.hurry(reference)
    return redirect(pages.Links(placement, placement.token)("orders:pay"))


@never_cache
@require_POST
def check(request: HttpRequest, number: str) -> HttpResponse:
    """Ask the provider now: for its page, where it could not be opened, or for the money."""
    placement, links = opened(request, number)
    paying.open_pages(placement, address=request.META["REMOTE_ADDR"])
    for reference in (number, deposits.reference(number)):
        polling.ask_open(reference)
    return redirect(links("orders:pay"))


@require_safe
@condition(etag_func=_etag)
def status(request: HttpRequest, number: str) -> HttpResponse:
    """Say how the payment stands: 304 while nothing has changed."""
    placement, _links = opened(request, number)
    answer = JsonResponse(paypages.status(placement, _attempts(placement)))
    answer["Cache-Control"] = "no-cache, private"
    return answer


@never_cache
@require_safe
def picture(request: HttpRequest, number: str) -> HttpResponse:
    """The QR code as a picture to keep on the phone and open in the bank's app."""
    placement, _links = opened(request, number)
    wanted = request.GET.get("payment", "")
    asked = next((a for a in _attempts(placement) if a.public_id == wanted), None)
    if asked is None or "payload" not in asked.show:
        raise Http404
    return HttpResponse(pictures.png(asked.show["payload"]), content_type="image/png")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ways(request: HttpRequest, number: str) -> HttpResponse:
    """Choose another way to pay, or try the same once more."""
    placement, links = opened(request, number)
    code = 200
    if request.method == "POST":
        try:
            choosing.pay_by(number, request.POST.get("channel", "")[:12], by=_by(request))
        except MoveRefused:
            messages.error(request, _("No money is awaited for this order any more."))
            return redirect(links("orders:detail"))
        except ChannelRefused:
            messages.error(request, _("This order cannot be paid that way. Choose another."))
            code = REFUSED
        else:
            placement.refresh_from_db(fields=("channel",))
            paying.open_pages(placement, address=request.META["REMOTE_ADDR"])
            return redirect(links("orders:pay"))
    door, total = paying.door(placement), paying.total_of(placement.order)
    now_by = placement.channel
    if deposit := deposits.total(placement):
        total, now_by = deposit, deposits.asked(placement)[-1].channel
    offered = [
        {
            "code": channel.code,
            "name": channel.name,
            "refused": paying.refusal(channel.code, total, door),
            "selected": channel.code == now_by,
        }
        for channel in channels.offered()
        if not (deposit and channel.confirms_at_once)
    ]
    context = {
        "order": {"number": number, "url": links("orders:detail")},
        "channels": offered,
        "deposit": deposit,
    }
    return render(request, "shop/ways.html", context, status=code)


@never_cache
@require_POST
def cancel(request: HttpRequest, number: str) -> HttpResponse:
    """Cancel the order while nobody packs it."""
    _placement, links = opened(request, number)
    try:
        ending.cancel(number, by=_by(request))
    except MoveRefused:
        messages.error(request, _("A cooperative has begun already: call it, it can still help."))
        return redirect(links("orders:detail"))
    messages.success(request, _("The order is cancelled."))
    return redirect(links("orders:detail"))


@never_cache
@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """List one's own orders, newest first."""
    assert isinstance(request.user, User)
    page = Paginator(queries.of_user(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": [pages.row(placement) for placement in page]}
    return render(request, "shop/orders.html", context)
