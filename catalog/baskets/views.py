"""The basket: look at it, put something in, change how many, take something out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.baskets import contents, filling, forms, pages
from catalog.baskets.middleware import basket_of
from catalog.baskets.refusals import BasketClosed, NoSuchLine, NotSold, TooManyLines
from catalog.listings.models import Pack
from catalog.promotions import using
from catalog.seasons.refusals import MixedHarvest
from catalog.stock.refusals import OutOfStock
from marketplace.people.models import User

REFUSED = 422
WORDS = {
    NotSold: gettext_lazy("This box is not sold any more."),
    TooManyLines: gettext_lazy("The basket is full: order what is in it first."),
    BasketClosed: gettext_lazy("This basket has been ordered already."),
    MixedHarvest: pages.MIXED,
}


@never_cache
@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    """Show the basket, a parcel per cooperative."""
    return _page(request)


@never_cache
@require_POST
def add(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Put a pack into the basket; ``pk`` is Oscar's product where Oscar's own form posts."""
    form = forms.Addition(_with_pack(request, pk))
    if not form.is_valid():
        return _refused(request, forms.sentence(form))
    typed = form.cleaned_data
    try:
        line = filling.add(
            basket_of(request).pk,
            int(typed["pack"]),
            quantity=typed["quantity"],
            source=typed["source"],
            detail=typed["detail"],
            owner=request.user if isinstance(request.user, User) else None,
        )
    except tuple(WORDS) as error:
        return _refused(request, str(WORDS[type(error)]))
    except OutOfStock as error:
        return _refused(request, _left(error))
    basket_of(request).pk = line.basket_id  # a new one gets its cookie from the middleware
    messages.success(request, _("It lies in your basket."))
    return redirect(_on(request))


@never_cache
@require_POST
def change(request: HttpRequest, line: int) -> HttpResponse:
    """Set how many of a line."""
    form = forms.Quantity(request.POST)
    if not form.is_valid():
        return _refused(request, forms.sentence(form))
    try:
        filling.change(basket_of(request).pk or 0, line, quantity=form.cleaned_data["quantity"])
    except (NoSuchLine, BasketClosed) as error:
        raise Http404 from error
    except NotSold:
        return _refused(request, _("This box is not sold any more."))
    except OutOfStock as error:
        return _refused(request, _left(error))
    return redirect("basket:summary")


@never_cache
@require_POST
def remove(request: HttpRequest, line: int) -> HttpResponse:
    """Take a line out."""
    try:
        filling.remove(basket_of(request).pk or 0, line)
    except (NoSuchLine, BasketClosed) as error:
        raise Http404 from error
    return redirect("basket:summary")


@never_cache
@require_POST
def add_voucher(request: HttpRequest) -> HttpResponse:
    """Type a voucher's code in; ``to`` says whether it was typed at checkout."""
    form = forms.Code(request.POST)
    basket_id = basket_of(request).pk
    if basket_id is None:
        return _refused(request, _("Nothing in the basket yet"))
    if not form.is_valid():
        return _refused(request, forms.sentence(form))
    try:
        using.type_in(basket_id, form.cleaned_data["code"])
    except using.NoSuchVoucher:
        return _refused(request, _("There is no such code. Look at the spelling."))
    return _back(form.cleaned_data["to"])


@never_cache
@require_POST
def remove_voucher(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the voucher out."""
    if not using.take_out(basket_of(request).pk or 0):
        raise Http404
    return _back(request.POST.get("to", ""))


def _back(to: str) -> HttpResponse:
    """Where the code was typed: the checkout or the basket."""
    return redirect("checkout:index" if to == "checkout" else "basket:summary")


def _with_pack(request: HttpRequest, product_id: int | None) -> dict[str, str]:
    """What was posted, with the pack of Oscar's product where only that is known."""
    posted = {name: request.POST.get(name, "") for name in ("pack", "quantity", "source", "detail")}
    if product_id is not None and not posted["pack"]:
        pack = Pack.objects.filter(product_id=product_id).values_list("pk", flat=True).first()
        posted["pack"] = str(pack or 0)
    return posted


def _on(request: HttpRequest) -> str:
    """Where to go on: the page that asked to be come back to, else the basket."""
    back = request.POST.get("back", "")
    here = {request.get_host()}
    if back.startswith("/") and url_has_allowed_host_and_scheme(back, here):
        return back
    return reverse("basket:summary")


def _left(error: OutOfStock) -> str:
    """What is left of the first pack that is short."""
    units = error.short[0].available
    return pages.only_left(units) if units else _("Sold out: somebody was faster.")


def _refused(request: HttpRequest, why: str) -> HttpResponse:
    """The basket as it stands, with why nothing changed."""
    messages.error(request, why)
    return _page(request, status=REFUSED)


def _page(request: HttpRequest, status: int = 200) -> HttpResponse:
    """The page of the basket."""
    place = request.session.get("checkout", {}) if request.COOKIES else {}
    shown = contents.priced(basket_of(request).pk, place.get("province"))
    context = pages.basket(shown)
    for group in context["groups"]:
        if group["shipping"]:
            group["shipping"]["to"] = place.get("commune_name", "")
    return render(request, "shop/basket.html", context, status=status)
