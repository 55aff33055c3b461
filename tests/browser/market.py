"""The market as `make run` starts it: pages, background work and practice bank, each a process.

The pages start alone: most tests need no more, and each process takes seconds to read its code.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60  # seconds
HERE = "127.0.0.1"


@dataclass(frozen=True)
class Market:
    """Where the pages are, and what its other processes must know."""

    address: str
    bank: str
    environment: dict[str, str]
    folder: Path


@contextmanager
def pages(folder: Path) -> Iterator[Market]:
    """Serve the pages over this test's database. Logs are kept in ``folder``."""
    web, bank = _free_port(), _free_port()
    address = f"http://{HERE}:{web}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "PUBLIC_URL": address,
        "SANDBOX_PORT": str(bank),
    }
    granian = ["granian", "--interface", "wsgi", "--host", HERE, "--port", str(web)]
    command = [*granian, "--blocking-threads", "4", "marketplace.wsgi:application"]
    with _process(command, environment, folder / "web.log"):
        _wait_for(f"{address}/healthz", folder)
        yield Market(address, f"http://{HERE}:{bank}", environment, folder)


@contextmanager
def behind(market: Market) -> Iterator[None]:
    """Beside the pages: the work in the background, and the practice bank."""
    worker = ["celery", "-A", "marketplace.celery", "worker", "--pool", "solo"]
    with ExitStack() as stack:
        # The sandbox chooses its settings itself.
        for name, command in (("worker", worker), ("bank", ["payments.sandbox"])):
            log = market.folder / f"{name}.log"
            stack.enter_context(_process(command, market.environment, log))
        _wait_for(f"{market.bank}/healthz", market.folder)
        yield


@contextmanager
def _process(command: list[str], environment: dict[str, str], log: Path) -> Iterator[None]:
    """One process that ends with its block."""
    with log.open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", *command], env=environment, stdout=said, stderr=said
        )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as asking:
        asking.bind((HERE, 0))
        return int(asking.getsockname()[1])


def _wait_for(address: str, folder: Path) -> None:
    """Return when ``address`` answers; fails with the ends of the logs when it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    logs = "\n".join(log.read_text()[-2000:] for log in sorted(folder.glob("*.log")))
    raise AssertionError(f"{address} does not answer.\n{logs}")
