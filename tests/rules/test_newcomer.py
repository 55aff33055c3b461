"""A newcomer's first minutes: a fresh clone, `make run`, a page, Ctrl-C; and again, quicker."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

from tests.rules import clone

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture
def fresh():
    """A clone as git would make it, below a folder that only its owner may enter."""
    folder = Path(tempfile.mkdtemp(prefix="newcomer"))
    there = folder / "market"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    said = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, said.split("\0")):
        if (ROOT / name).is_file():
            (there / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, there / name)
    yield there
    pointer = there / "var/servers"
    home = Path(pointer.read_text().strip()) if pointer.is_file() else pointer
    clone.end_all(home)
    shutil.rmtree(home, ignore_errors=True)
    shutil.rmtree(folder)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(port):
    """What a newcomer's terminal has, and nothing of this test session."""
    ours = ("TEST_", "PYTEST", "DJANGO", "VIRTUAL_ENV", "MAKE", "CI")
    named = {"VAR_DIR", "DATABASE_URL", "REDIS_URL", "MARKET_MODE", "SECRET_KEY", "PYTHONPATH"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in named and not name.startswith(ours)
    }
    return kept | {"PORT": str(port), "SEED": "0"}


def start(there, port, log):
    process = subprocess.Popen(
        ["/usr/bin/env", "make", "run"],
        cwd=there,
        env=environment(port),
        stdout=log.open("w"),
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    began = time.monotonic()
    while time.monotonic() - began < 600:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as page:
                assert "text/html" in page.headers["Content-Type"]
                return process
        except OSError:
            time.sleep(0.5)
    raise AssertionError(log.read_text())


def interrupt(process):
    """Ctrl-C reaches everything in the foreground of a terminal."""
    os.killpg(process.pid, signal.SIGINT)
    process.wait(timeout=60)


def test_a_fresh_clone_runs_stops_and_runs_again_without_working_anew(fresh, tmp_path):
    port, log = free_port(), tmp_path / "run.log"
    first = start(fresh, port, log)

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=20) as answer:
        ready = json.load(answer)

    assert ready["status"] == "ok", ready
    assert set(ready["checks"].values()) == {"ok"}
    interrupt(first)
    assert clone.pids(fresh) == []

    again = start(fresh, port, log)

    assert "Migrating" not in log.read_text()
    assert "Installing" not in log.read_text()
    interrupt(again)
    assert clone.pids(fresh) == []
