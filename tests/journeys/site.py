"""A market with its practice providers, whose processes a test may kill while they wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis
from django.conf import settings
from django.db import connection

from tests.journeys.gate import Gate
from tests.journeys.killing import Pages, Worker
from tests.journeys.test_killed import Press


class Site:
    """A market with its practice providers behind a gate; both may be killed."""

    def __init__(self, folder: Path, providers: str, way: Gate, pages: Pages) -> None:
        """Not started yet."""
        self.providers, self.gate, self.pages = providers, way, pages
        self.worker = Worker(folder)
        for one in (pages, self.worker):
            one.environment |= surroundings(pages.url, way.url, providers)

    def start(self) -> None:
        """Start the pages, and return when they answer."""
        self.pages.start()
        self.pages.wait()

    def die(self) -> None:
        """The pages are killed, and the broker forgets everything."""
        self.pages.kill()
        redis.Redis.from_url(settings.REDIS_URL).flushdb()


def surroundings(market: str, way: str, providers: str) -> dict[str, str]:
    """What a process has to know: the providers are called by the gate, visited straight."""
    return {
        "PUBLIC_URL": market,
        "SANDBOX_PORT": providers.rpartition(":")[2],
        "VNPAY_API_URL": f"{way}/vnpay/merchant_webapi/api/transaction",
        "MOMO_API_URL": f"{way}/momo",
        "ZALOPAY_API_URL": f"{way}/zalopay",
        "STRIPE_API_BASE": f"{way}/stripe",
    }


@contextmanager
def sending(site: Site, one: Press) -> Iterator[list[int]]:
    """The button is pressed; inside the block it hangs. The status, 0 for a cut connection."""
    statuses: list[int] = []
    thread = threading.Thread(target=lambda: statuses.append(one.send(site.pages.port)))
    thread.start()
    yield statuses
    thread.join()


def somebody_waits() -> bool:
    """Whether a statement of another process waits for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("""SELECT count(*) FROM pg_locks lock JOIN pg_stat_activity who USING (pid)
            WHERE NOT lock.granted AND who.datname = current_database()""")
        return bool(cursor.fetchone()[0])
