"""The shop, a category, the search and the page of a listing."""

import re

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from catalog.baskets.models import Source
from catalog.browse import lists, products
from catalog.goods import queries as goods
from catalog.listings.models import Listing
from catalog.shelf import detail, queries
from catalog.shelf.forms import Question
from marketplace import unchanged
from marketplace.design import navigation

LONGEST_PATH = 120
LONGEST_TITLE = 160
KEY = re.compile("[0-9]{1,18}")


@require_safe
@unchanged.page
def shop(request: HttpRequest) -> HttpResponse:
    """Show everything on the shelf, what is in season first."""
    said = {"kind": "shop", "heading": gettext("All goods")}
    return _list(request, "", {**said, "crumbs": [(gettext("All goods"), "")]})


@require_safe
@unchanged.page
def category(request: HttpRequest, path: str) -> HttpResponse:
    """Show a category with those below it."""
    page = goods.page_of(path) if len(path) <= LONGEST_PATH else None
    if page is None:
        raise Http404("No such category.")
    found, is_leaf = page
    name = products.category_name(found)
    way = [(gettext("All goods"), navigation.path("/shop/"))]
    if found.parent:
        above = found.parent
        address = navigation.path(f"/shop/{above.path}/")
        way.append((products.category_name(above), address))
    said = {"kind": "category", "heading": name, "art": found.drawing}
    crumbs = [*way, (name, "")]
    return _list(request, found.path, {**said, "crumbs": crumbs}, is_leaf=is_leaf)


@require_safe
@unchanged.page
def search(request: HttpRequest) -> HttpResponse:
    """Show what is found for the words typed, with or without marks."""
    typed = " ".join(request.GET.get("q", "")[:LONGEST_TITLE].split())
    heading = gettext("“%(words)s”") % {"words": typed} if typed else gettext("Search the market")
    return _list(request, "", {"kind": "search", "heading": heading})


@require_safe
@unchanged.page
def product(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show a listing; a wrong slug leads to the right address, what is gone says so."""
    number = int(key) if KEY.fullmatch(key) else 0
    known = detail.kept(number)
    found = known.listing if known else detail.listing(number)
    if found is None or found.state == Listing.State.DRAFT:
        raise Http404("No such listing.")
    if found.slug != slug:
        right = navigation.path(found.get_absolute_url())
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{right}?{query}" if query else right)
    if not hasattr(found, "shelf"):
        return _gone(request, found)
    asked = request.GET.get("pack", "")
    pack = int(asked) if KEY.fullmatch(asked) else None
    shown = products.context(known or detail.of(found), pack)
    said = {"add_url": reverse("basket:add"), "source": _source(request)}
    return render(request, "shop/product.html", {**shown, **said})


def _source(request: HttpRequest) -> str:
    """Where the buyer came from, as a page of ours wrote into its links; else the storefront."""
    told = request.GET.get("from", "")
    return told if told in (Source.PROMOTION, Source.LIVE) else Source.STOREFRONT


def _list(
    request: HttpRequest, path: str, said: lists.Context, *, is_leaf: bool = False
) -> HttpResponse:
    """A page of cards with filters, or what is wrong with the question (400)."""
    question = Question(request.GET)
    if not question.is_valid():
        return render(request, "shop/question.html", {"form": question}, status=400)
    wanted = question.wanted(path, is_leaf=is_leaf)
    answer = queries.page(wanted, question.number, lists.PAGE_SIZE)
    shown = lists.context(request, question, wanted, answer)
    return render(request, "shop/list.html", {**said, **shown})


def _gone(request: HttpRequest, listing: Listing) -> HttpResponse:
    """Say that a listing is not on sale: for good when the province withdrew it (410)."""
    withdrawn = listing.state == Listing.State.WITHDRAWN
    context = {
        "withdrawn": withdrawn,
        "title": detail.title(listing),
        "cooperative": listing.cooperative,
        "produce": listing.category.drawing,
        "related": products.related(listing),
    }
    return render(request, "shop/gone.html", context, status=410 if withdrawn else 404)
