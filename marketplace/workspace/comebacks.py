"""The step nobody likes: a parcel was not taken, and came back."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Membership
from catalog.orders import ending
from marketplace.workspace import orders, stalls
from marketplace.workspace.orderforms import BackForm

UNPROCESSABLE = 422


@stalls.members(*stalls.EVERYONE)
@require_POST
def come_back(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Note what the carrier says, and what became of the goods."""
    part = orders.own(membership, number)
    form = BackForm(request.POST)
    if not form.is_valid():
        return orders.page(request, membership, part, status=UNPROCESSABLE, back=form)
    return orders.step(
        request, membership, part, lambda by: ending.come_back(part.pk, form.told(), by=by)
    )
