"""The log: one JSON object a line on the standard error stream, with the request's id."""

from marketplace.settings.environment import one_of

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "marketplace.records.logs.JsonFormatter"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {
        "handlers": ["stream"],
        "level": one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO"),
    },
    "loggers": {
        # Refusals have one line of their own (marketplace/records/requests.py).
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": ["stream"], "propagate": False},
        # It tells every step of cutting a font down.
        "fontTools": {"level": "WARNING"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
