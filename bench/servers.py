"""The two servers that are compared: the bare baseline and the market, one worker each."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
STARTS_WITHIN = 60  # seconds


@contextmanager
def running(
    application: str, path: str, *, threads: int = 1, database: str = ""
) -> Iterator[tuple[str, int]]:
    """Serve a WSGI application by Granian on a free port; yields its address and process id.

    ``database`` is the address of another one than that of this process.
    """
    port = _free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1",
        "--blocking-threads", str(threads), "--host", "127.0.0.1", "--port", str(port),
        "--no-log", application,
    ]  # fmt: skip
    environment = os.environ | {"PYTHONPATH": f"{HERE}:{HERE.parent}"}
    if database:
        environment["DATABASE_URL"] = database
    process = subprocess.Popen(command, env=environment, cwd=HERE.parent)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address + path, process)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(30)


def _free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Ask until the server answers; ``TimeoutError`` or ``RuntimeError`` when it never does."""
    ends = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise RuntimeError(f"The server of {url} ended with {process.returncode}.")
        try:
            urlopen(url, timeout=5).close()  # noqa: S310 -- our own address
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)
