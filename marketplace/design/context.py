"""What every page knows about the market."""

from django.http import HttpRequest


def market(request: HttpRequest) -> dict[str, object]:
    """Values for the base template."""
    return {}
