"""Headers every answer carries, and the looser rules of the three back offices."""

from __future__ import annotations

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase


def in_staff_room(request: HttpRequest) -> bool:
    """Whether the path belongs to Wagtail's, Oscar's or Django's back office."""
    return request.path_info.startswith(settings.STAFF_ROOMS)


class ContentPolicyMiddleware(CSPMiddleware):
    """Says what a browser may load: strict on our pages, looser in the back offices."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The strict policy of the settings, or the back offices' one."""
        parts = super().get_policy_parts(request, response, report_only)
        if in_staff_room(request) and not report_only:
            parts.config = settings.STAFF_ROOM_POLICY
        return parts


class HeadersMiddleware:
    """Adds what Django and django-csp do not: permissions policy, frames, no-store."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if in_staff_room(request):
            response["X-Frame-Options"] = "SAMEORIGIN"
            response.setdefault("Cache-Control", "no-store, private")
        elif not getattr(response, "xframe_options_exempt", False):
            # Answers given before Django's own middleware is reached, redirects among them.
            response.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        return response
