"""Places for address forms: the list of a province, and what a typed name may mean."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalog.communes import queries
from catalog.communes.forms import Asked
from catalog.communes.queries import Suggestion


@require_safe
@cache_control(public=True, max_age=3600)
def communes(request: HttpRequest) -> HttpResponse:
    """Answer with the communes meant, as JSON or (``format=html``) as options of a select."""
    asked = Asked(request.GET)
    if not asked.is_valid():
        return JsonResponse(
            {
                "type": "about:blank",
                "title": "Bad Request",
                "status": 400,
                "errors": [
                    {"field": field, "message": str(message)}
                    for field, messages in asked.errors.items()
                    for message in messages
                ],
            },
            status=400,
            content_type="application/problem+json",
        )
    found = _found(asked.cleaned_data["province"], asked.cleaned_data["q"])
    if asked.cleaned_data["format"] == "html":
        return render(request, "communes/_options.html", {"suggestions": found})
    return JsonResponse({"results": [_shown(suggestion) for suggestion in found]})


def _found(province: str, typed: str) -> list[Suggestion]:
    """What the typed name may mean; without a name the whole province."""
    if typed.strip():
        return queries.suggest(typed, province or None)
    return [Suggestion(commune) for commune in queries.current(province)] if province else []


def _shown(suggestion: Suggestion) -> dict[str, object]:
    commune = suggestion.commune
    return {
        "code": commune.code,
        "name": commune.name,
        "full_name": commune.full_name,
        "kind": commune.kind,
        "province": {"code": commune.province.code, "name": commune.province.name},
        "formerly": suggestion.formerly,
    }
