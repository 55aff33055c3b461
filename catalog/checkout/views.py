"""Checkout: one page, one address; every button posts the whole form and says how far to go."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalog.baskets import contents as baskets
from catalog.baskets import pages as basket_pages
from catalog.baskets.contents import Contents
from catalog.baskets.middleware import basket_of
from catalog.checkout import forms, pages, state, wording
from catalog.communes.models import Commune
from catalog.orders import paying, placing
from catalog.orders.models import Placement
from catalog.orders.refusals import AlreadyPlaced, LaneRefused
from catalog.orders.wishes import Wish
from catalog.promotions import using
from marketplace.people.models import User

REFUSED = 422
CHANGED = 409


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Show the checkout, price the delivery, or place the order."""
    if request.method != "POST":
        return _show(request)
    if request.POST.get("step") == "place":
        return _place(request)
    return _price(request)


def _show(request: HttpRequest) -> HttpResponse:
    """The page as far as the buyer has come; an empty basket leads back to the basket."""
    kept = state.told(request.session, request.user)
    place = state.place(kept)
    contents = baskets.priced(basket_of(request).pk, place.province.code if place else None)
    if refused := _to_basket(request, contents):
        return refused
    form = forms.Receiver(initial=forms.spoken(kept))
    return _page(request, form, contents, place=place, kept=kept)


def _price(request: HttpRequest) -> HttpResponse:
    """Keep who and where, and come back with what delivery costs."""
    form = forms.Receiver(request.POST)
    if not form.is_valid():
        contents = baskets.priced(basket_of(request).pk, None)
        return _to_basket(request, contents) or _page(
            request, form, contents, place=None, kept={}, status=REFUSED
        )
    told = form.cleaned_data | {"channel": request.POST.get("channel", "")[:12]}
    state.remember(request.session, told, _lanes(request))
    return redirect(f"{reverse('checkout:index')}#shipping")


def _place(request: HttpRequest) -> HttpResponse:
    """Place the order, or say what has to be mended or agreed to again."""
    basket_id = state.signed(request.POST.get("place_key", ""))
    is_open = basket_id is not None and basket_id == basket_of(request).pk
    if basket_id is not None and not is_open and (placed := _placed(basket_id)) is not None:
        return _to_pay(request, placed)
    form = forms.Order(request.POST)
    if not form.is_valid() or basket_id is None or not is_open:
        return _again(request, form, REFUSED)
    told = form.cleaned_data
    state.remember(request.session, told, _lanes(request))
    try:
        placement = placing.place(basket_id, _wish(request, told))
    except AlreadyPlaced as error:
        return _to_pay(request, error.placement)
    except wording.REFUSALS as error:
        messages.error(request, wording.sentence(error))
        if isinstance(error, using.VoucherRefused):
            # Used up or not for this phone: without it the order can be placed at once.
            using.take_out(basket_id)
            messages.info(request, _("The code is taken out. Look at the total once more."))
        return _again(request, form, REFUSED if isinstance(error, LaneRefused) else CHANGED)
    state.forget(request.session)
    return _to_pay(request, placement)


def _wish(request: HttpRequest, told: dict[str, Any]) -> Wish:
    """The form as a wish. Without the total that was shown nothing was agreed to."""
    return Wish(
        name=told["name"],
        phone=told["phone"],
        email=told["email"],
        commune=told["place"],
        street=told["street"],
        note=told["note"],
        lanes=_lanes(request),
        channel=told["channel"],
        terms_version=told["terms_version"],
        expected_total=int(told["expected_total"] or 0),
        invoice=forms.invoice_wish(told),
        language=get_language() or "vi",
        user=request.user if isinstance(request.user, User) else None,
        remember=_remember(request),
    )


def _again(request: HttpRequest, form: forms.Receiver, status: int) -> HttpResponse:
    """The page once more, with today's prices, as far as the address is known."""
    place: Commune | None = form.cleaned_data.get("place") if form.is_bound else None
    contents = baskets.priced(basket_of(request).pk, place.province.code if place else None)
    kept = {"lanes": _lanes(request), "channel": request.POST.get("channel", "")}
    if contents.problems or contents.gone or contents.closed:
        return render(request, "shop/basket.html", basket_pages.basket(contents), status=CHANGED)
    return _to_basket(request, contents) or _page(
        request, form, contents, place=place, kept=kept, status=status
    )


def _page(
    request: HttpRequest,
    form: forms.Receiver,
    contents: Contents,
    *,
    place: Commune | None,
    kept: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Render it."""
    context = pages.checkout(
        form,
        basket_of(request).pk,
        contents,
        place=place,
        lanes=state.lanes(kept),
        channel=str(kept.get("channel") or ""),
        remember=_remember(request),
    )
    return render(request, "shop/checkout.html", context, status=status)


def _to_basket(request: HttpRequest, contents: Contents) -> HttpResponse | None:
    """Back to the basket when it is empty, or holds what cannot be bought as it stands."""
    if not contents.lines:
        messages.info(request, _("Nothing in the basket yet"))
        return redirect("basket:summary")
    for parcel in contents.closed:
        assert parcel.closed_until is not None
        messages.error(request, wording.closed(parcel.cooperative.name, parcel.closed_until))
    if contents.closed:
        return redirect("basket:summary")
    if contents.problems or contents.gone:
        messages.error(request, _("Something in the basket has changed. Look at it first."))
        return redirect("basket:summary")
    return None


def _lanes(request: HttpRequest) -> dict[int, str]:
    """The lanes that were posted, by cooperative; whether they are offered is asked later."""
    prefix = "shipping-"
    found = {}
    for name, value in request.POST.items():
        number = name.removeprefix(prefix)
        if name.startswith(prefix) and number.isascii() and number.isdigit() and len(number) < 19:
            found[int(number)] = str(value)[:20]
    return found


def _remember(request: HttpRequest) -> frozenset[int]:
    """The cooperatives that the buyer lets remember him: boxes nobody ticked are not posted."""
    asked = request.POST.getlist("remember")
    return frozenset(int(one) for one in asked if one.isascii() and one.isdigit() and len(one) < 19)


def _placed(basket_id: int) -> Placement | None:
    """The order this basket has become, if it has."""
    return Placement.objects.select_related("order").filter(basket_id=basket_id).first()


def _to_pay(request: HttpRequest, placement: Placement) -> HttpResponse:
    """On to paying, or to the order where nothing is to be paid now."""
    paying.open_pages(placement, address=request.META["REMOTE_ADDR"])
    page = "orders:pay" if placement.order.status == "awaiting_payment" else "orders:detail"
    address = reverse(page, kwargs={"number": placement.order.number})
    return redirect(f"{address}?token={placement.token}")
