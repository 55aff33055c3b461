"""The processes of the market: started, watched, started again, stopped together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from marketplace.embedded import ROOT

PYTHON = sys.executable
# Seconds a child has to end in good order: requests under way are answered, tasks finished.
GRACE = 20
# More deaths than this in a minute are no accident.
DEATHS = 4


class Died(Exception):
    """A process of the market cannot be kept alive; the message says which, and its last words."""


@dataclass
class Child:
    """One process: its name, its command, and how it fared."""

    name: str
    command: list[str]
    once: bool = False
    process: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=deque)


def first(host: str, port: int) -> list[Child]:
    """What a visitor meets: the pages, and the live events."""
    granian = [PYTHON, "-m", "granian", "--no-ws", "--no-access-log", "--log-level", "warning"]
    workers = str(min(os.cpu_count() or 1, 4))
    threads = ["--blocking-threads", "4", "--blocking-threads-idle-timeout", "600"]
    respawn = ["--respawn-failed-workers", "--workers-kill-timeout", "15"]
    web = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", workers]
    live = ["--interface", "asgi", "--port", os.environ["LIVE_PORT"], "--workers", "1"]
    return [
        Child("web", [*granian, *web, *threads, *respawn, "marketplace.wsgi:application"]),
        Child("live", [*granian, *live, *respawn, "marketplace.asgi:application"]),
    ]


def second() -> list[Child]:
    """What works in the background: worker, timetable, and the banks of the demonstration."""
    celery = [PYTHON, "-m", "celery", "-A", "marketplace.celery"]
    kept = Path(os.environ["VAR_DIR"]) / "beat"
    beat = ["beat", "--loglevel", "warning", "--schedule", str(kept), "--pidfile", ""]
    worker = ["worker", "--loglevel", "info", "--concurrency", "2", "--without-mingle"]
    found = [Child("worker", [*celery, *worker]), Child("beat", [*celery, *beat])]
    if os.environ["MARKET_MODE"] == "demo":
        found.append(Child("sandbox", [PYTHON, "-m", "payments.sandbox"]))
    return found


class Family:
    """All children of one run; leaving the context ends every one of them."""

    def __init__(self, logs: Path) -> None:
        """Write what the children say to files in ``logs``."""
        self.logs = logs
        self.children: list[Child] = []
        logs.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        """Begin without children."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ask all to end, wait, then make them."""
        before = signal.signal(signal.SIGTERM, signal.SIG_IGN)  # We are ending already.
        for child in self._living():
            child.send_signal(signal.SIGTERM)
        end = time.monotonic() + GRACE
        while self._living() and time.monotonic() < end:
            time.sleep(0.05)
        for child in self._living():
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        signal.signal(signal.SIGTERM, before)

    def start(self, child: Child) -> None:
        """Start a child in a process group of its own: Ctrl-C in the terminal is for us alone."""
        log = self.logs / f"{child.name}.log"
        if child not in self.children:
            self.children.append(child)
            if log.exists():
                log.replace(log.with_suffix(".log.1"))
        with log.open("ab") as file:
            child.process = subprocess.Popen(
                child.command,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 -- no thread runs here
            )

    def wait_for(self, child: Child, address: str, patience: float = 90) -> None:
        """Return when ``child`` answers at ``address``; raises ``Died`` after ``patience`` s."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self._look_after()
            try:
                with urllib.request.urlopen(address, timeout=5):  # noqa: S310 -- our own address
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise Died(f"{address} does not answer.\n{self._last_words(child)}")

    def stay(self) -> None:
        """Look after the children until a signal comes."""
        while True:
            self._look_after()
            time.sleep(0.5)

    def _look_after(self) -> None:
        """Start again what died; raises ``Died`` for what keeps dying."""
        for child in list(self.children):
            code = child.process.poll() if child.process else 0
            if code is None:
                continue
            if child.once:
                self._finish(child, code)
                continue
            child.deaths.append(time.monotonic())
            while child.deaths[0] < time.monotonic() - 60:
                child.deaths.popleft()
            if len(child.deaths) > DEATHS:
                raise Died(f"{child.name} keeps ending ({code}).\n{self._last_words(child)}")
            print(f"{child.name} ended ({code}) and is started again.", file=sys.stderr, flush=True)
            time.sleep(min(len(child.deaths), 3) - 1)
            self.start(child)

    def _finish(self, child: Child, code: int) -> None:
        """Say how a child with one job ended."""
        self.children.remove(child)
        if code:
            print(f"{child.name} failed.\n{self._last_words(child)}", file=sys.stderr, flush=True)
        else:
            print(f"{child.name}: done.", flush=True)

    def _last_words(self, child: Child) -> str:
        """The end of what a child said."""
        log = self.logs / f"{child.name}.log"
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
        return "\n".join([*lines[-15:], f"(all of it: {log})"])

    def _living(self) -> list[subprocess.Popen[bytes]]:
        """The processes that have not ended."""
        started = [child.process for child in self.children if child.process]
        return [process for process in started if process.poll() is None]


def _die_with_parent() -> None:
    """On Linux, have the kernel end this child when we are killed without a chance to tell it."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
