"""A burst of scans on one worker process: pages per second and their times, scan log written.

Asked over kept connections by phones that are all different, each for a box of its own chosen by
chance, so no page is asked for twice. What is measured is the market's own server, from the first
byte sent to the last one read, with the client on the same machine.
"""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bench import cpu, servers

CONNECTIONS = 8
FEW = 10_000
GROWTH = 1.3
TURNS = 3
_CODES = """
SELECT box.code FROM traceability_box box JOIN traceability_lot lot ON lot.id = lot_id
WHERE lot.code LIKE 'BENCHBOX-%'
"""


@dataclass
class Burst:
    """What a burst was like: seconds per page, and how long it took."""

    took: list[float] = field(default_factory=list)
    seconds: float = 0.0
    spent_ms: tuple[float, float] = (0.0, 0.0)  # by the server, by the database

    def add(self, other: Burst) -> None:
        """Let this be both."""
        self.took += other.took
        self.seconds += other.seconds
        mine, theirs = self.spent_ms, other.spent_ms
        self.spent_ms = (mine[0] + theirs[0], mine[1] + theirs[1])

    @property
    def a_second(self) -> float:
        """Pages a second."""
        return len(self.took) / self.seconds

    def percentile(self, part: float) -> float:
        """Milliseconds that so large a part of the pages stayed below."""
        return sorted(self.took)[int(len(self.took) * part)] * 1000


@dataclass
class Side:
    """A database with so many boxes, the codes to scan in it, and what that took."""

    boxes: int
    database: str
    codes: list[str]
    whole: Burst = field(default_factory=Burst)
    kept: Burst = field(default_factory=Burst)


class Phone(threading.Thread):
    """One connection that scans code after code."""

    def __init__(self, address: str, requests: list[bytes], status: bytes) -> None:
        super().__init__()
        parts = urlsplit(address)
        self.door = socket.create_connection((parts.hostname, parts.port))
        self.door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests, self.status = requests, status
        self.took: list[float] = []
        self.tags: list[str] = []
        self.wrong = b""

    def run(self) -> None:
        """Ask, read, note the time."""
        for request in self.requests:
            began = time.perf_counter()
            self.door.sendall(request)
            head = self._read()
            self.took.append(time.perf_counter() - began)
            if not head.startswith(self.status):
                self.wrong = head[:80]
                return
            if b"etag: " in head.lower():
                place = head.lower().index(b"etag: ") + 6
                self.tags.append(head[place : head.index(b"\r\n", place)].decode())

    def _read(self) -> bytes:
        """The head of one answer; its body is read too."""
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self._more()
        head, _, body = answer.partition(b"\r\n\r\n")
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length: "):
                length = int(line[16:])
        while len(body) < length:
            body += self._more()
        return head

    def _more(self) -> bytes:
        """Some bytes; the server closes no kept connection."""
        some = self.door.recv(65_536)
        if not some:
            raise ConnectionError("The server hung up.")
        return some


def burst(address: str, paths: list[tuple[str, str]], status: int, pids: tuple[int, int]) -> Burst:
    """Ask for every path once (with its tag, if it has one), over several connections at once."""
    requests = [
        (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: vi\r\n"
            f"User-Agent: Mozilla/5.0 (phone {random.getrandbits(64)})\r\n"
            + (f"If-None-Match: {tag}\r\n" if tag else "")
            + "\r\n"
        ).encode()
        for path, tag in paths
    ]
    said = f"HTTP/1.1 {status}".encode()
    phones = [Phone(address, requests[n::CONNECTIONS], said) for n in range(CONNECTIONS)]
    before = [cpu.spent(cpu.family(pid)) for pid in pids]
    began = time.perf_counter()
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    told = Burst(seconds=time.perf_counter() - began)
    after = [cpu.spent(cpu.family(pid)) for pid in pids]
    for phone in phones:
        if phone.wrong:
            raise RuntimeError(f"A page answered {phone.wrong!r}")
        told.took += phone.took
    told.spent_ms = (after[0] - before[0], after[1] - before[1])
    return told


def tags(address: str, codes: list[str]) -> list[tuple[str, str]]:
    """The pages with the tags that phones keep."""
    requests = [
        f"GET /t/{code} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: vi\r\n\r\n".encode()
        for code in codes
    ]
    phone = Phone(address, requests, b"HTTP/1.1 200")
    phone.run()
    return [(f"/t/{code}", tag) for code, tag in zip(codes, phone.tags, strict=True)]


def run(serials: int, listings: int, root: str, pages: int = 4_500) -> None:
    """Burst with few boxes and with many, in turns; say how much slower the slow pages grew.

    Each size has a database of its own, and they take turns because the speed of a machine drifts
    by more than the growth that is looked for. Boxes are never taken away: where there are more
    than ``FEW`` already, growth is told by a run in a ``VAR_DIR`` of its own.
    """
    seed = ["manage.py", "seed_bench", "--listings", str(listings), "--serials"]
    sides = []
    if (there := len(_codes())) <= FEW < serials:
        _python(root, *seed, str(FEW))
        sides.append(Side(FEW, _copied(), _codes()))
    _python(root, *seed, str(serials))
    others = {code for side in sides for code in side.codes}
    codes = [code for code in _codes() if code not in others]
    sides.append(Side(max(serials, there), os.environ["DATABASE_URL"], codes))
    for side in sides:
        _settle(side.database)
    _in_turns(sides, pages)
    for side in sides:
        _say(f"{side.boxes:,} boxes, whole page", side.whole)
        _say(f"{side.boxes:,} boxes, kept page (304)", side.kept)
    if len(sides) > 1:
        few, many = (side.whole.percentile(0.95) for side in sides)
        print(f"p95 from {FEW:,} to {serials:,} boxes: × {many / few:.2f} (at most {GROWTH})")
    _python(root, "-m", "bench.scans", "keep")


def _python(root: str, *words: str) -> None:
    """Run a command of the project; it has to end well."""
    subprocess.run([sys.executable, *words], check=True, cwd=root)


def _codes() -> list[str]:
    """The codes of all bulk boxes."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as link:
        return [str(row[0]) for row in link.execute(_CODES)]


def _copied() -> str:
    """The address of a copy of the database as it is now, beside it."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    name = parts.path.strip("/")
    copy, original = sql.Identifier(f"{name}_few"), sql.Identifier(name)
    beside = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(beside, autocommit=True) as link:
        link.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(copy))
        link.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(copy, original))
    return urlunsplit(parts._replace(path=f"/{name}_few"))


def _settle(database: str) -> None:
    """Tidy up after the loading now; else the database does it during the burst."""
    with psycopg.connect(database, autocommit=True) as link:
        link.execute("VACUUM (ANALYZE)")


def _in_turns(sides: list[Side], pages: int) -> None:
    """Burst on every side, ``TURNS`` times, and add up what each took."""
    random.seed(pages)
    for side in sides:
        random.shuffle(side.codes)
    folder = parse_qs(urlsplit(os.environ["DATABASE_URL"]).query)["host"][0]
    postmaster = cpu.postmaster(folder)
    with ExitStack() as stack:
        doors = [
            stack.enter_context(
                servers.running("marketplace.wsgi:application", "/healthz", database=side.database)
            )
            for side in sides
        ]
        for turn in range(TURNS + 1):
            for side, (address, pid) in zip(sides, doors, strict=True):
                chosen = side.codes[turn * pages // TURNS :][: pages // TURNS]
                pids = (pid, postmaster)
                whole = burst(address, [(f"/t/{code}", "") for code in chosen], 200, pids)
                kept = burst(address, tags(address, chosen[:400]), 304, pids)
                if turn:  # The first one warms up.
                    side.whole.add(whole)
                    side.kept.add(kept)


def _say(name: str, told: Burst) -> None:
    """One line."""
    server, database = (spent / len(told.took) for spent in told.spent_ms)
    print(
        f"{name:34} {told.a_second:6.0f} scans/s, p50 {told.percentile(0.5):5.1f} ms, "
        f"p95 {told.percentile(0.95):5.1f} ms; processor {server:.2f} ms page "
        f"+ {database:.2f} ms database"
    )


def _keep() -> None:
    """Write down the scans that wait, and judge them."""
    import django  # noqa: PLC0415 -- the settings are known only now

    django.setup()
    from catalog.traceability.scans import judging, keeping  # noqa: PLC0415 -- apps ready

    began = time.perf_counter()
    kept = keeping.flush(1_000)
    middle = time.perf_counter()
    judged = judging.judge(1_000)
    ended = time.perf_counter()
    print(
        f"{kept} scans written down in {middle - began:.1f} s, "
        f"{judged} codes judged in {ended - middle:.1f} s"
    )


if __name__ == "__main__" and sys.argv[1:] == ["keep"]:
    _keep()
