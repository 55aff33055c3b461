"""The place a test process works at: servers, a database, a corner of Valkey and a folder.

The test session joins private servers of its own below ``VAR_DIR/test``; they are quick and would
not survive a power cut. Several sessions may run at once: each holds a numbered slot by a file
lock, and every worker of it has its own names. So nothing is left to collide, and what a killed
session left behind is dropped by the next one that gets its slot.
"""

import fcntl
import os
import secrets
import shutil
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from marketplace import embedded, messages

# Each worker has four of Valkey's 1,024 numbers; the first four are nobody's.
DATABASES_EACH = 4
WORKERS = 16
SESSIONS = 15


def enter() -> None:
    """Set the environment of this process, before Django reads its settings."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _begin_session()
    slot, home = int(os.environ["TEST_SLOT"]), Path(os.environ["TEST_HOME"])
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw-1").removeprefix("gw")) + 1
    files = home / "files" / f"{slot}-{number}"
    shutil.rmtree(files, ignore_errors=True)
    first = DATABASES_EACH * (1 + slot * WORKERS + number)
    os.environ |= {
        "VAR_DIR": str(files),
        "DATABASE_URL": database_url(f"test_{slot}_{number}"),
        "REDIS_URL": _redis_url(first),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    os.environ.setdefault("MARKET_MODE", "demo")


def database_url(name: str) -> str:
    """The address of the database ``name`` on the server of this session."""
    return urlunsplit(urlsplit(os.environ["TEST_DATABASE_SERVER"])._replace(path=f"/{name}"))


def _begin_session() -> None:
    """Join the servers, take a free slot, and leave word for the workers."""
    home = embedded.var_dir() / "test"
    embedded.join(home, fast=True)
    messages.compile_all(Path(__file__).resolve().parent.parent / "locale")
    (home / "slots").mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "TEST_HOME": str(home),
        "TEST_SESSION": secrets.token_hex(6),
        "TEST_SLOT": str(_free_slot(home / "slots")),
        "TEST_DATABASE_SERVER": os.environ["DATABASE_URL"],
        "TEST_REDIS_SERVER": os.environ["REDIS_URL"],
    }


def _free_slot(folder: Path) -> int:
    """The first number no living session holds; held until this process ends."""
    for slot in range(SESSIONS):
        file = os.open(folder / str(slot), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
        else:
            return slot
    raise RuntimeError(f"{SESSIONS} test sessions run below this VAR_DIR already.")


def _redis_url(number: int) -> str:
    """The address of Valkey's database ``number``."""
    parts = urlsplit(os.environ["TEST_REDIS_SERVER"])
    if parts.scheme == "unix":
        # urlunsplit would drop the empty host, and redis-py asks for its two slashes.
        return f"unix://{parts.path}?db={number}"
    return urlunsplit(parts._replace(path=f"/{number}"))
