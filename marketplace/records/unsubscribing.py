"""The page that ends letters which are not about an order: no account, no login, one press."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from marketplace.people.models import User
from marketplace.people.sections import Section, section
from marketplace.records import dead_letters, letters, wishes
from marketplace.records.readers import Reader


@csrf_exempt  # mail programs press the button themselves (RFC 8058): the token is the proof
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, and do what was pressed; looking at the page changes nothing, as scanners look too."""
    reader = get_object_or_404(Reader, token=token)
    if request.method == "POST":
        again = request.POST.get("wish") == "again"
        reader = wishes.subscribe(token) if again else wishes.unsubscribe(token)
    context = {
        "address": dead_letters.masked(reader.address),
        "off": reader.unsubscribed_at is not None,
        "done": request.method == "POST",
    }
    response = render(request, "records/unsubscribe.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


@never_cache
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Lead somebody who is signed in to the page of their own address."""
    assert isinstance(request.user, User)
    return redirect("unsubscribe", token=wishes.reader(letters.address(request.user)).token)


@section("letters", order=90)
def block(request: HttpRequest) -> Section:
    """The block of the account page: whether such letters come."""
    assert isinstance(request.user, User)
    off = Reader.objects.filter(
        address=letters.address(request.user), unsubscribed_at__isnull=False
    ).exists()
    words = _("Off: only letters about orders and the account.") if off else _("On")
    return Section(_("Letters about questions and answers"), reverse("my-letters"), words, "mail")
