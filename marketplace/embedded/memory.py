"""Room in memory for the servers of tests: databases are copied ten times quicker there.

A database of the market is 2,500 small files. What lies in memory is gone after a restart
of the machine, which tests do not mind: their cluster is then made anew.
"""

import contextlib
import shutil
from pathlib import Path

from marketplace.embedded.home import digest, private

DISK = Path("/dev/shm")  # noqa: S108 -- a folder of ours in it, which only its owner may enter
# Bytes: the kept templates, a database for each worker, and PostgreSQL's log, four times over.
ROOMY = 2 * 1024**3
_PREFIX = "market-tests-"
_OWNER = "belongs-to"


def room(folder: Path, user: str | None) -> Path | None:
    """A folder in memory that stands for ``folder``, or None where memory is short."""
    if not DISK.is_dir():
        return None
    _sweep()
    place = DISK / f"{_PREFIX}{digest(folder)}"
    if not place.exists() and shutil.disk_usage(DISK).free < ROOMY:
        return None
    private(place, user)
    (place / _OWNER).write_text(f"{folder}\n")
    return place


def _sweep() -> None:
    """Remove what folders left that are no longer there, if it is ours to remove."""
    for place in DISK.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):  # Somebody else's, or gone meanwhile.
            if not Path((place / _OWNER).read_text().strip()).exists():
                shutil.rmtree(place)
