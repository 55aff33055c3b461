"""Asking to be told when something is back, and the page the link in the letter opens."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from catalog.listings.models import Listing
from catalog.shelf import queries as shelf
from catalog.shelf.cards import Card
from catalog.waiting import joining, limits
from catalog.waiting.forms import WaitForm
from catalog.waiting.models import WaitingEntry
from marketplace.design import navigation
from marketplace.people import limits as people
from marketplace.people.models import User

UNPROCESSABLE = 422


@never_cache
@require_POST
def ask(request: HttpRequest, listing_id: int) -> HttpResponse:
    """Put an address on the list: the same answer whether it was known or not."""
    listing = get_object_or_404(Listing, pk=listing_id, state=Listing.State.PUBLISHED)
    back = navigation.path(listing.get_absolute_url())
    if limits.too_many(request):
        return people.too_many(request)
    form = WaitForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "back_url": back, "card": _card(listing.pk)}
        return render(request, "shop/waiting_ask.html", context, status=UNPROCESSABLE)
    by = request.user if isinstance(request.user, User) else None
    language = (get_language() or "vi")[:2]
    try:
        joining.ask(listing.pk, form.cleaned_data["address"], language=language, by=by)
    except joining.NotOffered as error:
        raise Http404 from error
    messages.success(
        request, _("Look at your messages: one tap on the link there, and you will be told.")
    )
    return redirect(back)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes, or that one does not want it any more; opening the page changes nothing."""
    found = get_object_or_404(WaitingEntry, token=token)
    if request.method == "POST":
        verb = joining.leave if "leave" in request.POST else joining.confirm
        verb(found.token)
        return redirect("waiting:entry", token=token)
    context = {"entry": found, "card": _card(found.listing_id)}
    return render(request, "shop/waiting.html", context)


def _card(listing_id: int) -> Card | None:
    """The listing as a card, if it is on the shelf."""
    return next(iter(shelf.by_ids([listing_id])), None)
