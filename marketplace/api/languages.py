"""The language of an answer: pages have it in their address, apps say it in ``Accept-Language``."""

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware
from django.utils import translation

CALLS = "/api/"


def is_call(request: HttpRequest) -> bool:
    """Whether an app asks, below ``/api/``."""
    return request.path_info.startswith(CALLS)


def wanted(request: HttpRequest) -> str:
    """What an app asks for, Vietnamese unless it says otherwise."""
    return translation.get_language_from_request(request)


class LocaleMiddleware(DjangoLocaleMiddleware):
    """Django's, which knows addresses without a language in Vietnamese alone, and apps beside."""

    def process_request(self, request: HttpRequest) -> None:
        """Speak the language of the address, or the one an app asks for."""
        super().process_request(request)
        if is_call(request):
            translation.activate(wanted(request))
            request.LANGUAGE_CODE = translation.get_language()
