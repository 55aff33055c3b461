"""The page of a return: what a buyer sent back of one delivered parcel, line by line."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from catalog.orders import takingback
from catalog.orders.models import SellerOrder
from marketplace.desk.money.forms import ReturnForm
from marketplace.desk.money.views import MONEY, REFUSED, late, who
from payments import earning


@permission_required(MONEY, raise_exception=True)
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    """Take back what the buyer returned: it is due to the buyer, and off the next statement."""
    parts = SellerOrder.objects.select_related("order", "cooperative")
    part = parts.filter(number=number).first()
    lines = takingback.lines(part) if part is not None else []
    if part is None or not lines:
        raise Http404
    form = ReturnForm(lines, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            due = takingback.take_back(
                part, form.amounts(), form.cleaned_data["why"], by=who(request)
            )
        except earning.NotEarned:
            return late(request)
        messages.success(request, _("It is taken back. Send the buyer the money now."))
        if due is not None:
            return redirect("desk-money-incident", due.pk)
        return redirect("desk-money-invoice", part.order.number)
    context = {"tab": "money", "part": part, "form": form}
    status = REFUSED if form.is_bound else 200
    return render(request, "desk/money_return.html", context, status=status)
