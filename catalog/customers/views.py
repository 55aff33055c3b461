"""A buyer's side: which cooperatives remember me, and forgetting me again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.customers import queries, remembering
from catalog.customers.models import Customer
from catalog.orders import pages
from catalog.orders import queries as orders
from marketplace.people.models import User


@never_cache
@require_POST
def forget(request: HttpRequest, number: str, part: str) -> HttpResponse:
    """Take the consent back from the order's page: its token or its owner may. Twice is once."""
    token = request.GET.get("token", "")[:64]
    placement = orders.placement(number, token=token, user=request.user)
    if placement is None:
        raise Http404
    own = placement.order.seller_orders.filter(number=part).first()
    if own is None:
        raise Http404
    found = Customer.objects.filter(cooperative=own.cooperative_id, phone=placement.phone).first()
    by = request.user if isinstance(request.user, User) else None
    if found is not None:
        remembering.forget(found.pk, by=by)
    messages.success(request, _("The cooperative does not remember you any more."))
    return redirect(pages.Links(placement, token)("orders:detail"))


@never_cache
@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """List the cooperatives that remember me."""
    assert isinstance(request.user, User)
    rows = queries.of_person(request.user)
    return render(request, "shop/remembered.html", {"rows": rows})


@never_cache
@require_POST
@login_required
def forget_mine(request: HttpRequest, customer_id: int) -> HttpResponse:
    """Take one of my consents back."""
    assert isinstance(request.user, User)
    found = get_object_or_404(queries.of_person(request.user), pk=customer_id)
    remembering.forget(found.pk, by=request.user)
    messages.success(request, _("The cooperative does not remember you any more."))
    return redirect(reverse("customers:mine"))
