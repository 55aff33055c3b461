"""Guides to print: a page for each, for the wall of the packing house."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from marketplace.workspace import guidetexts


@login_required
@require_GET
def guides(request: HttpRequest) -> HttpResponse:
    """Show which guides there are."""
    return render(request, "workspace/guides.html", {"guides": guidetexts.GUIDES})


@login_required
@require_GET
def guide(request: HttpRequest, name: str) -> HttpResponse:
    """One guide on one sheet of A4."""
    found = guidetexts.named(name)
    if found is None:
        raise Http404
    return render(request, "workspace/guide.html", {"guide": found})
