"""Cache and Celery: what may be lost, and what wakes whom."""

from urllib.parse import parse_qs, urlsplit, urlunsplit

from marketplace.settings.base import REDIS_URL

_PARTS = urlsplit(REDIS_URL)
_IS_SOCKET = _PARTS.scheme == "unix"
# A number in REDIS_URL (unix://…?db=8 or redis://…/8) is the first of four that the market uses.
_FIRST = int(parse_qs(_PARTS.query).get("db", ["0"])[0] if _IS_SOCKET else _PARTS.path[1:] or 0)


def _cache(number: int) -> str:
    """The server's database ``number`` for redis-py."""
    if _IS_SOCKET:
        # urlunsplit would drop the empty host, and redis-py asks for its two slashes.
        return f"unix://{_PARTS.path}?db={_FIRST + number}"
    return urlunsplit(_PARTS._replace(path=f"/{_FIRST + number}"))


def _broker(number: int) -> str:
    """The server's database ``number`` for Celery, which spells sockets in its own way."""
    if _IS_SOCKET:
        return f"redis+socket://{_PARTS.path}?virtual_host={_FIRST + number}"
    return _cache(number)


CACHES = {
    "default": {
        # Pages and orders go on when the server is away (docs/operations.md).
        "BACKEND": "marketplace.records.forgiving.ForgivingCache",
        "LOCATION": _cache(2),
        "OPTIONS": {
            "socket_connect_timeout": 0.2,
            "socket_timeout": 0.5,
            # Wrong passwords, used and wrong codes, searches for orders; then codes of boxes:
            # counted in PostgreSQL meanwhile.
            "counters": ("allauth", "trace-misses"),
        },
    }
}

CELERY_BROKER_URL = _broker(0)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Measured: without the two restore options a killed worker's task comes back only after ~100 s.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
    # Whoever posts a wake-up tries once: the defaults sleep six seconds on a dead broker.
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
CELERY_TIMEZONE = "Asia/Ho_Chi_Minh"

# Scans of codes on their way to the database, and the salt of the day: apart from the cache,
# which somebody may empty.
SCANS_URL = _cache(3)
