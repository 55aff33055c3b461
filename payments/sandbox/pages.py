"""How a page of the sandbox is made, in the language its address asks for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation


def language_of(request: HttpRequest) -> str:
    """What keeps the language in the next address."""
    return "?lang=en" if request.GET.get("lang") == "en" else ""


def page(
    request: HttpRequest, template: str, *, status: int = 200, **facts: object
) -> HttpResponse:
    """A page, in Vietnamese unless English was asked for."""
    with translation.override("en" if request.GET.get("lang") == "en" else "vi"):
        facts |= {"query": language_of(request)}
        return render(request, template, facts, status=status)
