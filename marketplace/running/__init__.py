"""``make run``: everything on this machine, from an empty folder to a market one can buy in.

It starts or joins the private servers, prepares database and static files when they are not what
the code expects, starts the processes of the market and stays with them: one that dies is started
again, one that keeps dying ends the whole, and Ctrl-C stops all.
"""

import fcntl
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from marketplace import embedded
from marketplace.embedded.home import lock_file, make
from marketplace.running import children, preparing, seeding


class Refused(Exception):
    """The market cannot be started; the message says why."""


@dataclass(frozen=True)
class Plan:
    """What the environment asks for."""

    host: str
    port: int
    var: Path
    seed: bool

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> "Plan":
        """Read ``HOST``, ``PORT``, ``VAR_DIR`` and ``SEED``; raises ``Refused``."""
        port = environ.get("PORT") or "8000"
        if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
            raise Refused(f"PORT must be a number between 1 and 65535, not {port!r}.")
        host = environ.get("HOST") or "127.0.0.1"
        seed = environ.get("SEED") or "1"
        return cls(host, int(port), embedded.var_dir(environ), seed != "0")

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the market."""
        # All interfaces are no address a browser could go to.
        here = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104 -- compared, not bound
        return f"http://{here}:{self.port}"


def main(environ: Mapping[str, str]) -> None:
    """Run the market until somebody stops it; raises ``Refused`` or ``embedded.Unusable``."""
    plan = Plan.read(environ)
    signal.signal(signal.SIGTERM, _interrupt)
    # A shell script's background jobs ignore Ctrl-C: ours ends by it all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with ExitStack() as stack:
        make(plan.var)
        _hold(plan, stack)
        _refuse_a_taken_port(plan)
        _set_environment(plan)
        embedded.join(plan.var)
        family = stack.enter_context(children.Family(plan.var / "logs"))
        preparing.prepare(plan.var, lambda: seeding.begin(family, plan.var, wanted=plan.seed))
        _refuse_a_taken_port(plan)  # That took a while.
        web, live = children.first(plan.host, plan.port)
        family.start(web)
        family.start(live)
        family.wait_for(web, f"{plan.address}/healthz")
        for child in children.second():
            family.start(child)
        _greet(plan)
        family.stay()


def stop(var: Path) -> str:
    """Stop a market that runs below ``var`` and the private servers; says what was stopped."""
    stopped = []
    pid = _holder(var)
    if pid:
        os.kill(pid, signal.SIGTERM)
        while _holder(var) == pid:
            time.sleep(0.1)
        stopped.append("the market")
    stopped += embedded.stop(var)
    stopped += [f"{title} of the tests" for title in embedded.stop(var / "test")]
    return f"Stopped {', '.join(stopped)}." if stopped else "Nothing was running."


def _set_environment(plan: Plan) -> None:
    """Give the children what they need to know; what is set from outside stays."""
    os.environ.setdefault("MARKET_MODE", "demo")
    os.environ.setdefault("PUBLIC_URL", plan.address)
    os.environ.setdefault("SANDBOX_PORT", str(_free_port(8070)))
    os.environ.setdefault("LIVE_PORT", str(_free_port(8090)))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
    os.environ["VAR_DIR"] = str(plan.var)
    os.environ["PYTHONUNBUFFERED"] = "1"


def _hold(plan: Plan, stack: ExitStack) -> None:
    """Be the only market below this ``VAR_DIR``, and leave the number of this process."""
    file = stack.enter_context(lock_file(plan.var / "run.lock"))
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused(
            f"A market runs below {plan.var} already (process {_holder(plan.var)}); "
            "`make stop` stops it, and another VAR_DIR and PORT make a second one."
        ) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()


def _holder(var: Path) -> int | None:
    """The process that runs the market below ``var``: its number counts while the lock is held."""
    path = var / "run.lock"
    if not path.exists():
        return None
    with lock_file(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return int(path.read_text() or 0) or None
    return None


def _refuse_a_taken_port(plan: Plan) -> None:
    if not _is_free(plan.host, plan.port):
        another = f"try PORT={plan.port + 1} make run"
        raise Refused(f"Port {plan.port} of {plan.host} is taken: {another}.")


def _is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Refused(f"Port {port} is for root alone: choose a PORT above 1023.") from None
        except OSError:
            return False
    return True


def _free_port(wish: int) -> int:
    """``wish`` if it is free, else any free port: several markets may run on one machine."""
    if _is_free("127.0.0.1", wish):
        return wish
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _greet(plan: Plan) -> None:
    lines = [f"The market is open at {plan.address}"]
    if seeding.goes_on(plan.var):
        lines.append(f"It is being filled; {plan.address}/readyz says how far that is.")
    if plan.seed:
        lines.append(f"Accounts of the demonstration: {plan.var / 'demo.json'}")
    lines.append(f"Logs: {plan.var / 'logs'} · Ctrl-C stops everything")
    print("\n".join(lines), flush=True)


def _interrupt(*_: object) -> None:
    """SIGTERM ends the market the way Ctrl-C does."""
    sys.exit(0)
