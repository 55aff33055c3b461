"""How often one place may ask to be told: a phone asks once, a machine a thousand times."""

from contextlib import suppress

from django.core.cache import cache
from django.http import HttpRequest

MOST_AN_HOUR = 20
SECONDS = 3600


def too_many(request: HttpRequest) -> bool:
    """Count one question of the request's address, and say whether it was one too many."""
    key = f"waiting-asked:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, SECONDS)
    with suppress(ValueError):  # The hour ended between the two calls.
        return int(cache.incr(key)) > MOST_AN_HOUR
    return False
