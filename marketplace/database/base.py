"""Django's PostgreSQL, whose kept connections are asked whether they live only after a rest."""

import time

from django.db.backends.postgresql import base

RESTED = 5.0  # seconds


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that a request has just used needs no ``SELECT 1`` before the next one.

    Asking before every request costs as much as a query. A request that meets a lost connection
    fails and drops it (Django's own rule), so a server that is used notices a restart by itself,
    and one that rested asks first.
    """

    _used_at = 0.0

    def close_if_health_check_failed(self) -> None:
        """Ask, when the connection has not been used for some seconds; close it if it is dead."""
        now = time.monotonic()
        if now - self._used_at < RESTED:
            self.health_check_done = True
        self._used_at = now
        super().close_if_health_check_failed()
