"""The market as `make run` starts it: pages, background work and practice bank, each a process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

PATIENCE = 60  # seconds
HERE = "127.0.0.1"


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Serve this test's database; answers the address of the pages. Logs are kept in ``folder``."""
    web, bank = _free_port(), _free_port()
    address = f"http://{HERE}:{web}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "PUBLIC_URL": address,
        "SANDBOX_PORT": str(bank),
    }
    granian = ["granian", "--interface", "wsgi", "--host", HERE, "--port", str(web)]
    commands = {
        "web": [*granian, "--blocking-threads", "4", "marketplace.wsgi:application"],
        "worker": ["celery", "-A", "marketplace.celery", "worker", "--pool", "solo"],
        "bank": ["payments.sandbox"],
    }
    with ExitStack() as stack:
        for name, command in commands.items():
            # The sandbox chooses its settings itself.
            stack.enter_context(_process(command, environment, folder / f"{name}.log"))
        for asked in (f"{address}/healthz", f"http://{HERE}:{bank}/healthz"):
            _wait_for(asked, folder)
        yield address


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
