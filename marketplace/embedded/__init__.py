"""The private PostgreSQL and Valkey that serve a market nobody gave a database.

``join`` starts them below ``VAR_DIR`` or joins the ones that run there, and puts their addresses
into the environment, where the settings find them. Importing this package, or the settings, starts
nothing. The calling process counts as a user of the servers until it ends; the last one out stops
them, and so does ``make stop``. Both listen on Unix sockets that only the caller may open.

Whoever gives ``DATABASE_URL`` or ``REDIS_URL`` from outside is left alone: that server is used.
"""

import atexit
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from marketplace.embedded.home import Home, Unusable
from marketplace.embedded.postgres import Postgres
from marketplace.embedded.server import Server
from marketplace.embedded.valkey import Valkey

__all__ = ["Unusable", "join", "stop", "var_dir"]

ROOT = Path(__file__).resolve().parents[2]


def var_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder everything the market writes lives in: ``VAR_DIR``, or var/ in the clone."""
    return Path(environ.get("VAR_DIR") or ROOT / "var").resolve()


def join(var: Path | None = None, *, fast: bool = False, quiet: bool = False) -> None:
    """Start or join what ``DATABASE_URL`` and ``REDIS_URL`` do not name, and set them.

    ``fast`` gives up safety against power cuts, for tests; it belongs to a ``var`` of its own,
    never to one that ``make run`` uses. Raises ``Unusable`` with a sentence that says why.
    """
    missing = [
        (variable, kind)
        for variable, kind in (("DATABASE_URL", Postgres), ("REDIS_URL", Valkey))
        if not os.environ.get(variable)
    ]
    if not missing:
        return
    home = Home.below(var or var_dir())
    said = []
    for variable, kind in missing:
        server = kind(home, fast=fast)
        how = server.join()
        atexit.register(_leave, server, os.getpid())
        os.environ[variable] = server.url()
        said.append(f"{server.title} {how}")
    if not quiet:
        print(f"{' · '.join(said)} · sockets in {home.run}", file=sys.stderr, flush=True)


def stop(var: Path) -> list[str]:
    """Stop the servers below ``var``, whoever uses them; the titles of those that ran."""
    if not Home.lies_below(var):
        return []
    home = Home.below(var)
    servers: list[Server] = [Postgres(home), Valkey(home)]
    return [server.title for server in servers if server.stop()]


def _leave(server: Server, joined_by: int) -> None:
    """Leave at the end of the process that joined; a forked child leaves nothing."""
    if os.getpid() == joined_by:
        server.leave()
