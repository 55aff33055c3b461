"""Growers, growing areas and houses: a list of each with a form, and one with its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from catalog.communes import queries as places
from catalog.cooperatives.models import Membership
from catalog.traceability.growing import enrolling
from marketplace.people.models import User

UNPROCESSABLE = 422

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Register:
    """One kind of thing a cooperative keeps a list of, and how its pages speak of it."""

    name: str
    rows: Callable[[int], models.QuerySet[Any]]
    form: type[forms.Form]
    write: Callable[..., models.Model]
    line: Callable[[Any, dict[str, str]], Line]
    words: dict[str, Promise]
    at: str = "name"
    beside: Callable[[Any], dict[str, Any]] = field(default=lambda _row: {})

    @property
    def list_name(self) -> str:
        """The name of the list's address."""
        return f"sell-{self.name}s"

    @property
    def one_name(self) -> str:
        """The name of the address of one."""
        return f"sell-{self.name}"


def everything(request: HttpRequest, membership: Membership, register: Register) -> HttpResponse:
    """The list, and a form for one more."""
    form = register.form(request.POST or None)
    if request.method == "POST" and _written(register, form, membership):
        messages.success(request, _("Written down."))
        return redirect(register.list_name)
    rows = list(register.rows(membership.cooperative.party_id))
    communes = commune_words()
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "words": register.words,
        "rows": [
            {"url": reverse(register.one_name, args=[row.pk]), **register.line(row, communes)}
            for row in rows
        ],
        "form": form,
        "communes": places.home(),
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/growing/register.html", context, status=status)


def one(request: HttpRequest, membership: Membership, register: Register, key: int) -> HttpResponse:
    """One of them, to be put right; somebody else's is 404."""
    row = get_object_or_404(register.rows(membership.cooperative.party_id), pk=key)
    form = register.form(request.POST or None, initial=_initially(register, row))
    if request.method == "POST" and _written(register, form, membership, row.pk):
        messages.success(request, _("Changed."))
        return redirect(register.list_name)
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "heading": str(row),
        "form": form,
        "submit": _("Keep"),
        "back_url": reverse(register.list_name),
        "communes": places.home(),
        **register.beside(row),
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, f"workspace/growing/{register.name}.html", context, status=status)


def commune_words() -> dict[str, str]:
    """The communes of the province by code."""
    return {one.code: one.full_name for one in places.home()}


def _written(
    register: Register, form: forms.Form, membership: Membership, pk: int | None = None
) -> bool:
    """Write the form down; why not stands in the form."""
    if not form.is_valid():
        return False
    facts = dict(form.cleaned_data)
    if "commune" in facts:
        facts["commune_code"] = facts.pop("commune").code
    by: User = membership.user
    try:
        register.write(membership.cooperative.party.key, by=by, pk=pk, **facts)
    except enrolling.NameTaken:
        form.add_error(register.at, _("There is one of this name or code already."))
        return False
    return True


def _initially(register: Register, row: Any) -> dict[str, Any]:
    """What the form shows of a row there is."""
    known = {name: getattr(row, name, "") for name in register.form.base_fields}
    if "commune" in known:
        commune = places.by_code(row.commune_code)
        known["commune"] = commune.full_name if commune else row.commune_code
    return known
