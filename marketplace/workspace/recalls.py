"""What a cooperative has to take out of its store, and its word that it did."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from catalog.cooperatives.models import Membership
from catalog.listings.fields import LineField
from catalog.orders.models import SellerOrder
from catalog.recalling import answering, queries, wording
from catalog.recalling.models import RecallTask
from catalog.traceability import codes
from catalog.traceability.models import Lot
from marketplace.design import formats
from marketplace.workspace import stalls
from marketplace.workspace.today import Task

UNPROCESSABLE = 422
CONFLICT = 409
SHOWN = 60
KILO = 1000


class StoreForm(forms.Form):
    """How much was destroyed, and how much is locked away."""

    destroyed = forms.DecimalField(
        label=gettext_lazy("Kilograms destroyed"), min_value=0, max_digits=9, decimal_places=3
    )
    kept = forms.DecimalField(
        label=gettext_lazy("Kilograms locked away"), min_value=0, max_digits=9, decimal_places=3
    )
    note = LineField(label=gettext_lazy("How, where, who saw it"), max_length=500, required=False)


@stalls.members(*stalls.SELLERS)
@require_safe
def listed(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the recalls of the cooperative's lots, what is to be done first."""
    found = queries.tasks_of(membership.cooperative)[:SHOWN]
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "tasks": [_row(task) for task in found],
    }
    return render(request, "workspace/recalls.html", context)


@stalls.members(*stalls.SELLERS)
def recall(request: HttpRequest, membership: Membership, number: str) -> HttpResponse:
    """Show what has to leave the store, and take the cooperative's word that it did."""
    own = queries.tasks_of(membership.cooperative)
    task = get_object_or_404(own, recall__number=number)
    form = StoreForm(request.POST if request.method == "POST" else None, initial=_begun(task))
    status = UNPROCESSABLE if form.errors else None
    if request.method == "POST" and form.is_valid():
        try:
            _clear(task, form, membership)
        except answering.NotRunning:
            messages.error(request, _("This recall is closed already."))
            status = CONFLICT
        except answering.TooMuch as refusal:
            words = _("These lots never weighed more than %(weight)s.")
            form.add_error(None, words % {"weight": formats.weight(refusal.args[0])})
            status = UNPROCESSABLE
        else:
            messages.success(request, _("Written down. The department sees it."))
            return redirect("sell-recall", number)
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "row": _row(task),
        "recall": wording.of_recall(task.recall, request.LANGUAGE_CODE),
        "lots": [_lot(lot) for lot in queries.store(task)],
        "parcels": [_parcel(part) for part in queries.parcels(task)],
        "form": form if task.recall.state == task.recall.State.OPEN else None,
    }
    return render(request, "workspace/recall.html", context, status=status)


def tasks(membership: Membership) -> list[Task]:
    """What the first page says: stores that have to be emptied, before everything else."""
    if membership.role not in stalls.SELLERS:
        return []
    found = list(queries.waiting_for(membership.cooperative))
    if not found:
        return []
    words = ngettext("Lots called back", "Lots called back", len(found))
    url = reverse("sell-recall", args=[found[0].recall.number])
    return [Task(len(found), words, found[0].recall.reason, url, urgent=True)]


def _clear(task: RecallTask, form: StoreForm, membership: Membership) -> None:
    """Write the amounts of a form down, in grams."""
    facts = form.cleaned_data
    answering.clear(
        task.pk,
        destroyed_g=int(facts["destroyed"] * KILO),
        kept_g=int(facts["kept"] * KILO),
        note=facts["note"],
        by=membership.user,
    )


def _begun(task: RecallTask) -> dict[str, Any]:
    """What was said before, in kilograms."""
    if task.destroyed_g is None or task.kept_g is None:
        return {}
    return {
        "destroyed": f"{task.destroyed_g / KILO:g}",
        "kept": f"{task.kept_g / KILO:g}",
        "note": task.note,
    }


def _row(task: RecallTask) -> dict[str, Any]:
    """A recall in the list."""
    return {
        "number": task.recall.number,
        "url": reverse("sell-recall", args=[task.recall.number]),
        "reason": task.recall.reason,
        "opened_at": task.recall.opened_at,
        "done_at": task.done_at,
        "destroyed": formats.weight(task.destroyed_g or 0),
        "kept": formats.weight(task.kept_g or 0),
    }


def _lot(lot: Lot) -> dict[str, Any]:
    """A lot with what should still be in the house."""
    return {
        "code": lot.code,
        "url": codes.url(lot.code),
        "crop": lot.goods,
        "left": formats.weight(lot.left_g),
        "in_house": lot.in_house,  # type: ignore[attr-defined]  # annotated by the query
        "on_road": lot.on_road,  # type: ignore[attr-defined]  # annotated by the query
    }


def _parcel(part: SellerOrder) -> dict[str, str]:
    """A parcel that can still be stopped, and how."""
    states = SellerOrder.State
    todo = _("Pack it from another lot, or give the order back")
    if part.state == states.PACKED:
        todo = _("Do not send it: give the order back, its boxes are unpacked")
    if part.state == states.SHIPPED:
        todo = _("On its way: call the carrier and have it brought back")
    return {
        "number": part.number,
        "url": reverse("sell-order", args=[part.number]),
        "state": part.get_state_display(),
        "todo": todo,
    }
