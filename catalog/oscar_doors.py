"""Where Oscar's own addresses lead: its dashboard and mails keep reversing them, pages are ours."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from catalog.goods.models import GoodsCategory
from catalog.listings.models import Listing
from marketplace.design import navigation


@require_safe
def product(request: HttpRequest, product_slug: str, pk: int) -> HttpResponse:
    """The product page of the listing that an Oscar product, parent or child, belongs to."""
    listing = Listing.objects.filter(product_id=pk).first() or get_object_or_404(
        Listing, packs__product_id=pk
    )
    return redirect(navigation.path(listing.get_absolute_url()))


@require_safe
def category(request: HttpRequest, category_slug: str, pk: int) -> HttpResponse:
    """The shop page of an Oscar category."""
    goods = get_object_or_404(GoodsCategory, category_id=pk)
    return redirect(navigation.path(f"/shop/{goods.path}/"))


@require_safe
def shop(request: HttpRequest) -> HttpResponse:
    """The whole shop."""
    return redirect(navigation.path("/shop/"))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Our search, with what was asked."""
    words = urlencode({"q": request.GET.get("q", "")[:200]})
    return redirect(f"{navigation.path('/search')}?{words}")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page."""
    return redirect(navigation.path("/"))


@require_safe
def account(request: HttpRequest, **_facts: object) -> HttpResponse:
    """The account page."""
    return redirect(navigation.path("/account/"))


@require_safe
def sign_in(request: HttpRequest) -> HttpResponse:
    """The one sign-in page."""
    return redirect("account_login")


@require_safe
def sign_up(request: HttpRequest) -> HttpResponse:
    """The one registration page."""
    return redirect("account_signup")


@require_safe
def sign_out(request: HttpRequest) -> HttpResponse:
    """The one page for signing out."""
    return redirect("account_logout")


@require_safe
def password(request: HttpRequest, **_facts: object) -> HttpResponse:
    """The one page for a lost password."""
    return redirect("account_reset_password")


@require_safe
def checkout(request: HttpRequest, **_facts: object) -> HttpResponse:
    """Our checkout is one page: every step of Oscar's leads there."""
    return redirect("checkout:index")


@require_safe
def order(request: HttpRequest, order_number: str, **_facts: object) -> HttpResponse:
    """The order's page, which asks who wants to see it."""
    return redirect("orders:detail", number=order_number)


@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    """One's own orders."""
    return redirect("orders:mine")


def nothing(request: HttpRequest, **_facts: object) -> HttpResponse:
    """What Oscar has and this market has not: offers, vouchers, wish lists, reviews of its own."""
    raise Http404
