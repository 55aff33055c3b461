"""Recalls at the desk: the register, preparing one, opening it by one press, and closing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from catalog.traceability.models import Recall
from catalog.traceability.recalls import opening, queries
from marketplace.desk import recallpages
from marketplace.desk.paging import paged
from marketplace.desk.recallforms import FORMS, CloseForm, WhichRecalls
from marketplace.people.models import User

UNPROCESSABLE = 422
CONFLICT = 409
SHOWN = 5
CALL_BACK = "traceability.call_back"

staff_only = permission_required(CALL_BACK, raise_exception=True)


@staff_only
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Show the register: every recall, or every drill, with its times."""
    asked = WhichRecalls(request.GET)
    facts = asked.cleaned_data if asked.is_valid() else {}
    drills = bool(facts.get("drills"))
    found, pages = paged(queries.every(drills), request.GET, facts.get("page") or 1)
    here = reverse("desk-recalls")
    context = {
        "tab": "recalls",
        "filters": [
            {"label": _("Recalls"), "url": here, "current": not drills},
            {"label": _("Drills"), "url": f"{here}?drills=on", "current": drills},
        ],
        "recalls": recallpages.rows(list(found)),
        "scopes": [
            {"label": label, "url": reverse("desk-recall-new", args=[scope])}
            for scope, label in Recall.Scope.choices
        ],
        "pages": pages,
    }
    return render(request, "desk/recalls.html", context)


@staff_only
def new(request: HttpRequest, scope: str) -> HttpResponse:
    """Take what a recall is about, and lead to what it would reach. Nothing is stopped yet."""
    assert isinstance(request.user, User)
    make = FORMS.get(scope)
    if make is None:
        raise Http404
    form = make(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        drill = form.cleaned_data["drill"]
        try:
            made = opening.begin(form.about(), form.words(), by=request.user, is_drill=drill)
        except opening.NothingFound:
            form.add_error(None, _("No lot fits this. Look at the days and the name again."))
        else:
            return redirect("desk-recall", made.number)
    context = {
        "tab": "recalls",
        "form": form,
        "scopes": [
            {
                "label": label,
                "url": reverse("desk-recall-new", args=[key]),
                "current": key == scope,
            }
            for key, label in Recall.Scope.choices
        ],
        "back_url": reverse("desk-recalls"),
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "desk/recall_new.html", context, status=status)


@staff_only
@require_safe
def recall(request: HttpRequest, number: str) -> HttpResponse:
    """Show what a recall would reach, or how far it has come."""
    return _page(request, _one(number))


@staff_only
@require_POST
def start(request: HttpRequest, number: str) -> HttpResponse:
    """The act: sale is stopped, pages say so, buyers are written to."""
    return _move(request, number, opening.start, _("Opened. The letters are on their way."))


@staff_only
@require_POST
def drop(request: HttpRequest, number: str) -> HttpResponse:
    """Drop what was prepared."""
    return _move(request, number, opening.drop, _("Dropped. Nothing was changed."))


@staff_only
@require_POST
def again(request: HttpRequest, number: str) -> HttpResponse:
    """Look for lots that were told of later."""
    assert isinstance(request.user, User)
    try:
        more = opening.look_again(_one(number).pk, by=request.user)
    except opening.MoveRefused:
        messages.error(request, _("This recall does not run."))
        return _page(request, _one(number), status=CONFLICT)
    words = ngettext("%(n)d more lot is called back.", "%(n)d more lots are called back.", more)
    messages.success(request, words % {"n": more} if more else _("Nothing was forgotten."))
    return redirect("desk-recall", number)


@staff_only
@require_POST
def close(request: HttpRequest, number: str) -> HttpResponse:
    """Close a recall with what came of it."""
    assert isinstance(request.user, User)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _page(request, _one(number), form, UNPROCESSABLE)
    try:
        opening.close(_one(number).pk, result=form.cleaned_data["result"], by=request.user)
    except opening.MoveRefused:
        messages.error(request, _("This recall does not run."))
        return _page(request, _one(number), status=CONFLICT)
    messages.success(request, _("Closed."))
    return redirect("desk-recall", number)


def section(user: User) -> dict[str, Any] | None:
    """Running recalls on the desk's first page; without one there is no section."""
    if not user.has_perm(CALL_BACK):
        return None
    found = list(queries.every(drills=False).filter(state=Recall.State.OPEN)[:SHOWN])
    if not found:
        return None
    return {
        "name": _("Running recalls"),
        "rows": [recallpages.waiting(one) for one in found],
        "url": reverse("desk-recalls"),
        "waiting": len(found),
        "overdue": 0,
        "nothing": "",
    }


def _move(
    request: HttpRequest, number: str, verb: Callable[..., object], done: str
) -> HttpResponse:
    """Do one thing to a recall; of two who press at once the second is told."""
    assert isinstance(request.user, User)
    try:
        verb(_one(number).pk, by=request.user)
    except opening.MoveRefused:
        messages.error(request, _("Somebody was quicker: it stands otherwise now."))
        return _page(request, _one(number), status=CONFLICT)
    except opening.NothingFound:
        messages.error(request, _("No lot fits this any more."))
        return _page(request, _one(number), status=CONFLICT)
    messages.success(request, done)
    return redirect("desk-recall", number)


def _one(number: str) -> Recall:
    """The recall, or 404."""
    return get_object_or_404(Recall.objects.select_related("by", "facility__party"), number=number)


def _page(
    request: HttpRequest, one: Recall, form: CloseForm | None = None, status: int | None = None
) -> HttpResponse:
    """The page of a recall, by where it stands."""
    context = {"tab": "recalls", "recall": one, "back_url": reverse("desk-recalls")}
    if one.state in (Recall.State.DRAFT, Recall.State.DROPPED):
        context |= recallpages.preview(one)
        return render(request, "desk/recall_draft.html", context, status=status)
    context |= recallpages.running(one)
    context["form"] = (form or CloseForm()) if one.state == Recall.State.OPEN else None
    return render(request, "desk/recall.html", context, status=status)
