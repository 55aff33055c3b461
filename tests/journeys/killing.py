"""Processes of the market that a test may kill without warning, with all their children."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

HERE = "127.0.0.1"
STARTS_WITHIN = 60  # seconds


class Victim:
    """One process in a group of its own; ``kill`` ends the group as the kernel would: at once."""

    def __init__(self, folder: Path, *command: str) -> None:
        """Remember what to start; what it says is kept in ``folder``."""
        self.command = [sys.executable, "-m", *command]
        self.log = folder / f"{command[0]}.log"
        self.environment = os.environ | {"VAR_DIR": str(folder)}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, or start it again."""
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(
                self.command,
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )

    def kill(self) -> None:
        """Kill -9 it and its children; nothing is tidied up. Harmless a second time."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


class Pages(Victim):
    """The web process at a port that stays the same when it is started again."""

    def __init__(self, folder: Path) -> None:
        """Granian as `make run` starts it."""
        with socket.socket() as asking:
            asking.bind((HERE, 0))
            self.port = int(asking.getsockname()[1])
        self.url = f"http://{HERE}:{self.port}"
        super().__init__(
            folder,
            *("granian", "--interface", "wsgi", "--host", HERE, "--port", str(self.port)),
            *("--workers", "1", "--blocking-threads", "4", "marketplace.wsgi:application"),
        )

    def wait(self) -> None:
        """Return when it answers; fails with the end of its log when it does not."""
        ends = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < ends:
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=5).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError(self.log.read_text()[-3000:])


class Worker(Victim):
    """The process that delivers what waits in the outbox."""

    def __init__(self, folder: Path) -> None:
        """Celery as `make run` starts it, with one pair of hands."""
        super().__init__(folder, "celery", "-A", "marketplace.celery", "worker", "--pool", "solo")
