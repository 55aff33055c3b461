"""The tests' settings for a server of its own: static files from where they lie."""

from tests.settings import *  # noqa: F403 -- settings are a flat namespace by design

WHITENOISE_USE_FINDERS = True
