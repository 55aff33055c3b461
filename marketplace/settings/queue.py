"""Cache and Celery: what may be lost, and what wakes whom."""

from marketplace.settings.base import REDIS_URL

_SEPARATOR = "&" if "?" in REDIS_URL else "?"
_IS_SOCKET = REDIS_URL.startswith("unix:")


def _cache(number: int) -> str:
    """The server's database ``number`` for redis-py."""
    return (
        f"{REDIS_URL}{_SEPARATOR}db={number}" if _IS_SOCKET else f"{REDIS_URL}/{number}"
    )


def _broker(number: int) -> str:
    """The server's database ``number`` for Celery, which spells sockets in its own way."""
    if _IS_SOCKET:
        return (
            f"redis+socket://{REDIS_URL.removeprefix('unix://')}?virtual_host={number}"
        )
    return f"{REDIS_URL}/{number}"


CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": _cache(2),
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},
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
}
CELERY_TIMEZONE = "Asia/Ho_Chi_Minh"
