"""The pages, as a WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")

application = get_wsgi_application()

# What was loaded stays: looking through half a million objects again and again, request after
# request, cost an eighth of the processor time of a list page.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 50)
