"""`make bench`: what pages cost beside a bare view of the same machine, in the same run.

Figures are processor milliseconds of application and database per request, and their ratio to
`tpl24` (bench/bare.py: one indexed SELECT of 24 rows through a bare template). Times on shared
machines mean little, ratios of one run mean something: quote those.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import (
    bankrows,
    buying,
    clones,
    cpu,
    figures,
    labels,
    log,
    recalls,
    scans,
    servers,
    visits,
    webhooks,
)
from marketplace import embedded

ROOT = Path(__file__).resolve().parent.parent
GOALS = {
    "list": 2.5, "category": 2.5, "product": 3.0, "search": 4.0, "conditional": 0.5,
    "checkout": 25.0,
}  # fmt: skip
ORDERS_A_LOT = 100  # of a large recall
LIMITS = {"list": 5.0, "category": 5.0, "product": 5.0, "search": 8.0, "checkout": 50.0}


@dataclass
class Row:
    """What one kind of visit cost, round by round."""

    name: str
    milliseconds: list[float]
    ratios: list[float]


def main() -> None:
    """Prepare the data, measure in rounds, print both columns."""
    wish = _wishes()
    _environment()
    embedded.join()
    _prepare(wish.listings)
    with (
        servers.running("bare:application", "/hello/") as (bare, bare_pid),
        servers.running("marketplace.wsgi:application", "/healthz") as (
            market,
            market_pid,
        ),
    ):
        database = cpu.postmaster(_socket_folder())
        meter = Meter(database, wish.seconds)
        rows = _measure(meter, wish.rounds, (bare, bare_pid), (market, market_pid))
    _print(rows, wish.listings)
    print(buying.race())
    webhooks.run(wish.messages)
    clones.run(str(ROOT))
    scans.run(wish.serials, wish.listings, str(ROOT))
    labels.run(wish.labels)
    if wish.bank_rows:
        bankrows.run(wish.bank_rows)
    # A million take minutes to write, so only who asks for them waits.
    if wish.orders:
        figures.run(wish.orders, str(ROOT))
    if wish.recall_lots:
        recalls.run(wish.recall_lots, ORDERS_A_LOT, str(ROOT))
    if wish.log_entries:
        log.run(wish.log_entries, str(ROOT))


def _wishes() -> argparse.Namespace:
    """What is wanted of this run."""
    wishes = argparse.ArgumentParser(prog="bench")
    wishes.add_argument("--listings", type=int, default=20_000)
    wishes.add_argument("--rounds", type=int, default=3)
    wishes.add_argument("--seconds", type=float, default=4.0)
    wishes.add_argument("--orders", type=int, default=0, help="besides, the desk's figures")
    wishes.add_argument("--messages", type=int, default=400, help="of providers, to be booked")
    wishes.add_argument("--serials", type=int, default=1_000_000, help="boxes with codes")
    wishes.add_argument("--bank-rows", type=int, default=0, help="besides, a bank's statement")
    wishes.add_argument("--labels", type=int, default=10_000, help="to be drawn and written")
    wishes.add_argument("--recall-lots", type=int, default=0, help="besides, a recall of so many")
    wishes.add_argument("--log-entries", type=int, default=0, help="besides, the log's growth")
    return wishes.parse_args()


class Meter:
    """Counts processor time of an application and the database around a number of visits."""

    def __init__(self, database: int, seconds: float) -> None:
        """Know the postmaster and how long to look."""
        self.database = database
        self.seconds = seconds

    def cost(self, pid: int, visit: Callable[[float], int]) -> float:
        """Milliseconds per visit; one untimed second comes first."""
        visit(1.0)
        before = self._spent(pid)
        count = visit(self.seconds)
        return (self._spent(pid) - before) / max(count, 1)

    def _spent(self, pid: int) -> float:
        """Processor time of the application and of the database, both with their children."""
        return cpu.spent(cpu.family(pid)) + cpu.spent(cpu.family(self.database))


def _environment() -> None:
    """A place, a mode and a database of its own, unless given from outside."""
    os.environ.setdefault("VAR_DIR", str(ROOT / "var" / "bench"))
    os.environ.setdefault("MARKET_MODE", "demo")
    # The refusals of the race are counted, not read.
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")


def _prepare(listings: int) -> None:
    """Migrate, load reference data, static files and the bulk rows, where they are missing."""
    for command in (
        ["prepare"], ["build_design"],
        ["collectstatic", "--noinput", "-v0"], ["seed_bench", "--listings", str(listings)],
    ):  # fmt: skip
        subprocess.run([sys.executable, "manage.py", *command], check=True, cwd=ROOT)
    subprocess.run([sys.executable, "bench/bare.py", "prepare"], check=True, cwd=ROOT)


def _socket_folder() -> str:
    """Where the database listens."""
    return os.environ["DATABASE_URL"].split("host=", 1)[1]


def _measure(
    meter: Meter, rounds: int, bare: tuple[str, int], market: tuple[str, int]
) -> list[Row]:
    """Every kind of visit in every round, each beside the baseline of its round."""
    address, pid = market
    kinds = _kinds(address)
    rows = {name: Row(name, [], []) for name in ("tpl24", *kinds)}
    for _ in range(rounds):
        base = meter.cost(bare[1], lambda s: visits.repeat(bare[0], ["/tpl24/"], s))
        _keep(rows["tpl24"], base, base)
        for name, visit in kinds.items():
            _keep(rows[name], meter.cost(pid, visit), base)
    return list(rows.values())


def _kinds(address: str) -> dict[str, Callable[[float], int]]:
    """The visits by name: uncached whole pages, a conditional one, a whole guest checkout."""
    shelf = Visit(address, ["/shop/"])
    categories = visits.links(address, "/shop/", r"/shop/[a-z/-]+/")[:8] or ["/shop/"]
    products = visits.links(address, "/shop/", r"/p/[a-z0-9-]+-\d+")
    words = ["nhan song ma", "xoai tron", "ca phe", "xoia", "che shan tuyet", "man hau"]
    return {
        "list": shelf,
        "category": Visit(address, categories),
        "search": Visit(address, [f"/search?q={word.replace(' ', '+')}" for word in words]),
        "product": Visit(address, products),
        "conditional": lambda seconds: visits.ask_again(address, products[0], seconds),
        "checkout": lambda seconds: buying.repeat(address, products, seconds),
    }


class Visit:
    """Asking for pages for some seconds."""

    def __init__(self, address: str, paths: list[str]) -> None:
        """Remember what to ask for."""
        self.address, self.paths = address, paths

    def __call__(self, seconds: float) -> int:
        """Ask, and say how often."""
        return visits.repeat(self.address, self.paths, seconds)


def _keep(row: Row, cost: float, base: float) -> None:
    """Add a round to a row."""
    row.milliseconds.append(cost)
    row.ratios.append(cost / base)


def _print(rows: list[Row], listings: int) -> None:
    """Both columns, the goal and the limit."""
    print(f"\n{listings} listings; processor ms of application + database; medians of rounds")
    print(f"{'':14}{'ms':>8}{'× tpl24':>10}{'(min–max)':>16}{'goal':>8}{'limit':>8}")
    for row in rows:
        low, high = min(row.ratios), max(row.ratios)
        print(
            f"{row.name:14}{statistics.median(row.milliseconds):8.2f}"
            f"{statistics.median(row.ratios):10.2f}{f'{low:.2f}–{high:.2f}':>16}"
            f"{GOALS.get(row.name, ''):>8}{LIMITS.get(row.name, ''):>8}"
        )


if __name__ == "__main__":
    main()
