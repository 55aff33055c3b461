"""The service worker that shows a trace page once seen where there is no network."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from marketplace.records import clock


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script, with what it says above an old copy in every language."""
    facts = {"old": [(code, _old(code)) for code, _name in settings.LANGUAGES], "zone": clock.LOCAL}
    body = render_to_string("traceability/worker.js", facts)
    return HttpResponse(body, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


def _old(language: str) -> str:
    """That a page is a copy, and from when."""
    with translation.override(language):
        return _(
            "No network: this is a copy from %(when)s. A recall since then would not show here; "
            "look again when you have a network."
        )
