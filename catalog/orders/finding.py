"""The page where a guest who lost the letter asks for the link of an order."""

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalog.orders import reminding
from catalog.orders.forms import FindForm
from marketplace.people import limits

REFUSED = 422
# Whole communes share one address, an order has one buyer.
LIMITS = {"find_order": "120/m/ip,5/5m/key"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Ask for number and phone; the answer is the same whether there is such an order or not."""
    form = FindForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = REFUSED if form.errors else None
        return render(request, "shop/find.html", {"form": form}, status=status)
    number = form.cleaned_data["number"]
    if not ratelimit.consume(request, app="orders", action="find_order", config=LIMITS, key=number):
        return limits.too_many(request)
    reminding.remind(number, form.cleaned_data["phone"])
    messages.success(
        request,
        _(
            "If there is such an order, its link is on the way to the e-mail or phone "
            "it was placed with."
        ),
    )
    return redirect("orders:find")
