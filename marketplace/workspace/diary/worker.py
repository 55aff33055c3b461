"""The service worker of the field: it opens two forms without a network, and nothing else.

No page of money, orders or accounts is ever kept. A page that sends its reader to sign in is
forgotten, so a phone that changes hands keeps nothing of who had it before but unsent drafts.
"""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views.decorators.http import require_safe

PARTS = (
    "css/market.css",
    "fonts/bvp-400.woff2",
    "fonts/bvp-700.woff2",
    "art/mark.svg",
    "js/forms.js",
    "js/upload.js",
    "js/field.js",
)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script; it changes whenever one of the files it keeps does."""
    parts = [static(name) for name in PARTS]
    version = hashlib.sha256("".join(parts).encode()).hexdigest()[:12]
    facts = {"parts": parts, "version": version, "root": settings.STATIC_URL}
    body = render_to_string("workspace/diary/worker.js", facts)
    return HttpResponse(body, content_type="text/javascript", headers={"Cache-Control": "no-cache"})
