"""What both private servers have in common: who starts, who uses, and who stops them."""

import fcntl
import os
import subprocess
import time
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from io import TextIOWrapper
from pathlib import Path
from typing import ClassVar

from marketplace.embedded.home import Home, Unusable, as_user, lock_file, locked

# Seconds a server may take to answer; replaying the log after a power cut is the longest part.
PATIENCE = 120.0


class Server(ABC):
    """A private server, started by whoever comes first and stopped by whoever leaves last.

    Two files decide it: ``<name>.lock`` is held by who starts or stops, ``<name>.users`` is
    shared by all who use it. The kernel drops both when a process dies, however it dies.
    """

    name: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, home: Home, *, fast: bool = False) -> None:
        """A server of ``home``; ``fast`` gives up safety against power cuts."""
        self.home = home
        self.fast = fast
        self.data = home.keep(self.name)
        self._users: TextIOWrapper | None = None

    def join(self) -> str:
        """Use the server from now on, starting it if it does not answer: "started" or "joined"."""
        with self._turn():
            self._users = lock_file(self.home.folder / f"{self.name}.users")
            fcntl.flock(self._users, fcntl.LOCK_SH)
            how = "joined"
            if not self.answers():
                self._wait_for_the_dead()
                self.start()
                how = "started"
            self.prepare()
            return how

    def leave(self) -> None:
        """Use the server no longer; stops it if nobody else does."""
        if self._users is None:
            return
        with self._turn(), self._users:
            try:
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            self._stop()
        self._users = None

    def stop(self) -> bool:
        """Stop the server whoever uses it; whether it ran."""
        with self._turn():
            ran = self.answers()
            self._stop()
            return ran

    @abstractmethod
    def answers(self) -> bool:
        """Whether the server takes a connection now."""

    @abstractmethod
    def start(self) -> None:
        """Start the server and wait until it answers; its folder has no living process."""

    @abstractmethod
    def prepare(self) -> None:
        """Bring a running server into the state the market expects; cheap when it is there."""

    @abstractmethod
    def halt(self, pid: int) -> None:
        """Ask the process ``pid`` of the server to end in good order."""

    @abstractmethod
    def url(self) -> str:
        """The address for ``DATABASE_URL`` or ``REDIS_URL``."""

    @abstractmethod
    def pid_file(self) -> Path:
        """Where the server writes its process number."""

    def workplace(self) -> Path:
        """The working directory of all the server's processes."""
        return self.data

    def run(self, *words: str | Path) -> None:
        """Run one program of the server as its user; raises ``Unusable`` with what it said."""
        done = subprocess.run(
            [str(word) for word in words],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=PATIENCE,
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            check=False,
            **as_user(self.home.user),
        )
        if done.returncode:
            raise Unusable(f"{self.title}: {words[0]} failed.\n{done.stdout}\n{self.last_words()}")

    def last_words(self) -> str:
        """The end of the server's own log."""
        log = self.data / "server.log"
        return "\n".join(log.read_text(errors="replace").split("\n")[-15:]) if log.exists() else ""

    def wait_until_it_answers(self) -> None:
        """Return once the server takes connections; raises ``Unusable`` when it does not."""
        end = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > end or not self._pids():
                raise Unusable(f"{self.title} does not answer.\n{self.last_words()}")
            time.sleep(0.03)

    def _turn(self) -> AbstractContextManager[None]:
        """Hold the right to start and stop."""
        return locked(self.home.folder / f"{self.name}.lock")

    def _stop(self) -> None:
        """End the server's processes: in good order first, by force when that takes too long."""
        first = self._written_pid()
        if first in self._pids():
            self.halt(first)
            end = time.monotonic() + PATIENCE / 2
            while self._pids() and time.monotonic() < end:
                time.sleep(0.02)
        self._kill()

    def _wait_for_the_dead(self) -> None:
        """After a kill -9 children live a moment longer and still write: wait, then end them."""
        end = time.monotonic() + 15
        while self._pids():
            if self.answers():
                return
            if time.monotonic() > end:
                self._kill()
            time.sleep(0.05)

    def _kill(self) -> None:
        for pid in self._pids():
            os.kill(pid, 9)

    def _written_pid(self) -> int | None:
        """The process number in the pid file, if there is one."""
        try:
            first = self.pid_file().read_text().split("\n")[0].strip()
        except FileNotFoundError:
            return None
        return int(first) if first.isdigit() else None

    def _pids(self) -> list[int]:
        """The living processes at the server's workplace: only they are this server.

        A pid file proves nothing: its number may be dead, or belong to somebody else by now.
        """
        if not Path("/proc/self/cwd").exists():
            return self._pids_by_ps()
        if not self.workplace().exists():
            return []
        wanted, found = self.workplace().stat(), []
        for entry in os.scandir("/proc"):
            if entry.name.isdigit():
                try:
                    here = Path(f"/proc/{entry.name}/cwd").stat()
                except OSError:
                    continue  # Gone meanwhile, a zombie, or not ours to look at.
                if (here.st_ino, here.st_dev) == (wanted.st_ino, wanted.st_dev):
                    found.append(int(entry.name))
        return found

    def _pids_by_ps(self) -> list[int]:
        """The same on systems without /proc: the written process, if it names our folder."""
        pid = self._written_pid()
        if pid is None:
            return []
        said = subprocess.run(
            ["/bin/ps", "-o", "command=", "-p", str(pid)],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        return [pid] if str(self.workplace()) in said else []
