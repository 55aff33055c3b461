"""Tells the market over HTTP, and again while it does not take the message."""

from __future__ import annotations

import http.client
import threading
import urllib.error
import urllib.request
from collections.abc import Callable

PATIENCE_SECONDS = 10
# Providers tell again after minutes; here seconds stand for them.
RETRY_SECONDS = (1, 1, 2, 3, 5, 8, 13)


def send(request: urllib.request.Request) -> str:
    """The market's answer as ``status body``, or why there was none."""
    try:
        with urllib.request.urlopen(  # noqa: S310 -- the market's own address, from its settings
            request, timeout=PATIENCE_SECONDS
        ) as answer:
            return f"{answer.status} {answer.read(200).decode(errors='replace')}"
    except urllib.error.HTTPError as error:
        return f"{error.code} {error.read(200).decode(errors='replace')}"
    except urllib.error.URLError as error:
        return f"--- {error.reason}"
    except (OSError, http.client.HTTPException) as error:
        return f"--- {error}"


def later(seconds: float, work: Callable[[], None]) -> None:
    """Do something after a while, unless the process has ended by then."""
    timer = threading.Timer(seconds, work)
    timer.daemon = True
    timer.start()


def deliver(tell: Callable[[], bool], tries: int = 0) -> None:
    """Tell now, and again at growing distances until the market has taken it."""
    if not tell() and tries < len(RETRY_SECONDS):
        later(RETRY_SECONDS[tries], lambda: deliver(tell, tries + 1))
