"""``python -m marketplace.running.filling``: make the demonstration, and say how that ended."""

import os
import sys

import django
from django.core.management import CommandError, call_command

# Behind whoever opens the market, and then behind its visitors.
os.nice(10)
django.setup()

from marketplace import health  # noqa: E402 -- the applications must be ready

try:
    call_command("seed_demo")
except CommandError as reason:
    health.report_seed_failed(str(reason))
    sys.exit(str(reason))
except BaseException as reason:
    health.report_seed_failed(type(reason).__name__)
    raise
health.report_seed(100)
