"""Held lots before the province: why each is held, and letting it go with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from catalog.listings.fields import LineField
from catalog.stock import releasing
from catalog.traceability import codes, queries
from catalog.traceability.lots import holding
from marketplace.design import formats
from marketplace.design.deadlines import waited
from marketplace.desk.paging import paged
from marketplace.people.models import User

UNPROCESSABLE, CONFLICT = 422, 409
SHOWN = 5
PERMISSION = "catalog.order_takedown"

staff_only = permission_required(PERMISSION, raise_exception=True)


class ReleaseForm(forms.Form):
    """What was found out."""

    reason = LineField(
        label=gettext_lazy("What was found out"),
        max_length=300,
        help_text=gettext_lazy("It stands on the trace page: such as “Mẫu đạt, phiếu 12/2026”."),
    )


@staff_only
def held(request: HttpRequest) -> HttpResponse:
    """Show every held lot, the longest held first."""
    return _page(request)


@staff_only
@require_POST
def release(request: HttpRequest, lot_id: int) -> HttpResponse:
    """Let a lot go again."""
    assert isinstance(request.user, User)
    lot = get_object_or_404(queries.held(), pk=lot_id)
    form = ReleaseForm(request.POST, prefix=f"lot-{lot.pk}")
    if not form.is_valid():
        return _page(request, {lot.pk: form}, UNPROCESSABLE)
    try:
        releasing.release(lot.pk, reason=form.cleaned_data["reason"], by=request.user)
    except releasing.OwnCooperative:
        form.add_error(None, _("You belong to this cooperative: somebody else decides."))
        return _page(request, {lot.pk: form}, CONFLICT)
    except holding.MoveRefused:
        messages.info(request, _("Somebody let this lot go already, or it was called back."))
        return redirect("desk-held")
    messages.success(request, _("Lot %(code)s can be sold again.") % {"code": lot.code})
    return redirect("desk-held")


def section(user: User) -> dict[str, Any] | None:
    """Held lots on the desk's first page."""
    if not user.has_perm(PERMISSION):
        return None
    waiting = queries.held()
    return {
        "name": _("Held lots"),
        "rows": [
            {
                "title": lot.code,
                "note": f"{lot.goods} · {lot.party.name}",
                "url": reverse("desk-held"),
                "waited": waited(lot.held_at) if lot.held_at else "",
                "due_words": "",
                "due_level": "",
            }
            for lot in waiting[:SHOWN]
        ],
        "url": reverse("desk-held"),
        "waiting": waiting.count(),
        "overdue": 0,
        "nothing": _("No lot is held."),
    }


def _page(
    request: HttpRequest, sent: dict[int, ReleaseForm] | None = None, status: int | None = None
) -> HttpResponse:
    """The lots, each with its form."""
    number = int(request.GET.get("page") or 1)  # the door lets page numbers in alone
    found, pages = paged(queries.held(), request.GET, number)
    forms_by_lot = sent or {}
    context = {
        "tab": "held",
        "lots": [
            {
                "key": lot.pk,
                "code": lot.code,
                "url": codes.url(lot.code),
                "crop": lot.goods,
                "party": lot.party.name,
                "weight": formats.weight(lot.quantity_g),
                "reason": lot.hold_reason,
                "unwritten_field": lot.unwritten_field,
                "held_at": lot.held_at,
                "form": forms_by_lot.get(lot.pk) or ReleaseForm(prefix=f"lot-{lot.pk}"),
                "is_open": lot.pk in forms_by_lot,
            }
            for lot in found
        ],
        "pages": pages,
    }
    return render(request, "desk/held.html", context, status=status)
