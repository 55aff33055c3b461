"""A cooperative's own customers: those who agreed, what they bought here, what it notes of them."""

from __future__ import annotations

import csv
import io
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.core.validators import ProhibitNullCharactersValidator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from catalog.cooperatives.models import Membership
from catalog.customers import queries, remembering
from catalog.customers.models import Customer
from marketplace.people import fields
from marketplace.records import audit, clock
from marketplace.workspace import charts, orderpages, stalls

UNPROCESSABLE = 422
PER_PAGE = 50


class NoteForm(forms.Form):
    """What the cooperative wants to remember."""

    tags = forms.CharField(
        label=gettext_lazy("Tags"),
        help_text=gettext_lazy("Words with commas between, such as: wholesale, office."),
        max_length=400,
        required=False,
        validators=[ProhibitNullCharactersValidator()],
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        validators=[ProhibitNullCharactersValidator()],
    )


@stalls.members(*stalls.SELLERS)
@require_safe
def customers(request: HttpRequest, membership: Membership) -> HttpResponse:
    """List the customers, whoever ordered last first; narrowed by words, tag or repeat buyers."""
    words, tag = request.GET.get("q", "")[:80], request.GET.get("tag", "")[:30]
    repeat = request.GET.get("repeat") == "1"
    found = queries.narrowed(
        queries.of(membership.cooperative_id), words=words, tag=tag, repeat=repeat
    )
    if request.GET.get("format") == "csv":
        return _file(membership, found)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "rows": [{"customer": one, "phone": fields.spoken(one.phone)} for one in page],
        "count": len(found),
        "words": words,
        "tag": tag,
        "repeat": repeat,
        "tags": queries.tags(membership.cooperative_id),
        "pages": orderpages.leaf(page, f"?q={words}&tag={tag}&repeat={int(repeat)}"),
    }
    return render(request, "workspace/customers.html", context)


@stalls.members(*stalls.SELLERS)
def customer(request: HttpRequest, membership: Membership, customer_id: int) -> HttpResponse:
    """Show what a customer bought here, and keep a note and tags."""
    found = queries.one(membership.cooperative_id, customer_id)
    if found is None:
        raise Http404
    kept = {"note": found.note, "tags": ", ".join(tag.name for tag in found.tags.all())}
    form = NoteForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        try:
            remembering.note(
                found.pk, text=facts["note"], tags=facts["tags"].split(","), by=membership.user
            )
        except Customer.DoesNotExist as error:
            raise Http404 from error
        messages.success(request, _("Kept."))
        return redirect("sell-customer", found.pk)
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "customer": found,
        "phone": fields.spoken(found.phone),
        "orders": [
            {
                "number": part.number,
                "placed_at": part.order.placement.placed_at,
                "words": orderpages.goods_words(part),
                "total": part.owed,
            }
            for part in queries.bought(found)
        ],
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/customer.html", context, status=status)


def _file(membership: Membership, found: list[Any]) -> HttpResponse:
    """The list as CSV; that it was taken out is written down."""
    audit.record(
        membership.user,
        membership.cooperative,
        "customers.exported",
        after={"customers": len(found)},
    )
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(["name", "phone", "email", "orders", "last_order", "tags", "note", "consent"])
    for one in found:
        row = (one.name, one.phone, one.email)
        last = clock.local_day(one.last_at).isoformat() if one.last_at else ""
        tags = ", ".join(tag.name for tag in one.tags.all())
        day = clock.local_day(one.consented_at).isoformat()
        cells = [*map(charts.cell, row), one.orders, last, charts.cell(tags)]
        sheet.writerow([*cells, charts.cell(one.note), day])
    answer = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{membership.cooperative.slug}.csv"'
    answer["Cache-Control"] = "no-store, private"
    return answer
