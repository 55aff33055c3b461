"""The market's settings, with quick passwords and scratch codes; static files need no build."""

from marketplace.settings import *  # noqa: F403 -- settings are a flat namespace by design
from marketplace.settings import STORAGES as _STORAGES

SCRATCH_COST = 4
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = _STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
