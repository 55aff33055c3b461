"""The demonstration's mailbox: every letter the market sent, for the superuser."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from marketplace.records.models import SentLetter


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """List the letters sent, newest first; only where their text is kept."""
    if not settings.LETTERS_KEEP_TEXT:
        raise Http404
    found = SentLetter.objects.all()
    wanted = request.GET.get("q", "").strip()
    if wanted:
        found = found.filter(to__icontains=wanted)
    page = Paginator(found, 30).get_page(request.GET.get("page"))
    return render(request, "records/mailbox.html", {"page": page, "q": wanted})


@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one letter as its reader gets it."""
    if not settings.LETTERS_KEEP_TEXT:
        raise Http404
    found = get_object_or_404(SentLetter, pk=pk)
    return render(request, "records/letter.html", {"letter": found})


@require_safe
def letter_html(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML part alone, for the frame of the mailbox: no script, nothing from elsewhere."""
    if not settings.LETTERS_KEEP_TEXT:
        raise Http404
    found = get_object_or_404(SentLetter.objects.exclude(html=""), pk=pk)
    response = HttpResponse(found.html)
    response["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
        "frame-ancestors 'self'; sandbox allow-popups"
    )
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response
