"""The market's settings, with quick passwords and static files that need no build."""

from marketplace.settings import *  # noqa: F403 -- settings are a flat namespace by design
from marketplace.settings import STORAGES as _STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = _STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
