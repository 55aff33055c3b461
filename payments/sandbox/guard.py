"""Keeps pages of other sites from using the sandbox in the background."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseForbidden

# A payer who has ended a payment is led back to the market: that is where its form may go.
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self' {market}; frame-ancestors {frames}"
)


class SameSiteOnly:
    """Refuses what a browser says another site sends; scripts say nothing and may pass."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on, unless it comes from elsewhere and wants to send money."""
        if request.method != "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site":
            return HttpResponseForbidden("Only this page may send.", content_type="text/plain")
        response = self.get_response(request)
        response["Content-Security-Policy"] = CONTENT_POLICY.format(
            market=settings.PUBLIC_URL, frames=_frames(response)
        )
        return response


def _frames(response: HttpResponse) -> str:
    """Who may show the page inside one of his own: the market, and the card's fields alone."""
    return settings.PUBLIC_URL if "X-Sandbox-Frame" in response else "'none'"
