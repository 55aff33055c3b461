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
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import psycopg

from bench import cpu, servers

CONNECTIONS = 8
SIZES = (10_000, 1_000_000)
GROWTH = 1.3
_CODES = """
SELECT box.code FROM traceability_box box JOIN traceability_lot lot ON lot.id = lot_id
WHERE lot.code LIKE 'BENCHBOX-%'
"""


@dataclass
class Burst:
    """What a burst was like: seconds per page, and how long it took."""

    took: list[float] = field(default_factory=list)
    seconds: float = 0.0
    server_ms: float = 0.0
    database_ms: float = 0.0

    @property
    def a_second(self) -> float:
        """Pages a second."""
        return len(self.took) / self.seconds

    def percentile(self, part: float) -> float:
        """Milliseconds that so large a part of the pages stayed below."""
        return sorted(self.took)[int(len(self.took) * part)] * 1000


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
    told.server_ms, told.database_ms = (
        (end - start) / len(told.took) for start, end in zip(before, after, strict=True)
    )
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


def run(serials: int, listings: int, root: str, pages: int = 4_000) -> None:
    """Bring the boxes to each size, burst, write the log down, and say how much it grew.

    Boxes are never taken away: where there are more than the smaller size already, growth is told
    by a run in a ``VAR_DIR`` of its own.
    """
    there = len(_codes())
    sizes = [size for size in SIZES if there <= size < serials] + [max(serials, there)]
    found = {size: _measured(size, listings, root, pages) for size in sizes}
    first, last = found[sizes[0]], found[sizes[-1]]
    growth = last.percentile(0.95) / first.percentile(0.95)
    if len(sizes) > 1:
        print(f"p95 from {sizes[0]:,} to {sizes[-1]:,} boxes: × {growth:.2f} (at most {GROWTH})")


def _codes() -> list[str]:
    """The codes of all bulk boxes."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as link:
        return [str(row[0]) for row in link.execute(_CODES)]


def _measured(serials: int, listings: int, root: str, pages: int) -> Burst:
    """One size."""
    seed = ["manage.py", "seed_bench", "--listings", str(listings), "--serials", str(serials)]
    subprocess.run([sys.executable, *seed], check=True, cwd=root, stdout=subprocess.DEVNULL)
    codes = _codes()
    random.seed(serials)
    random.shuffle(codes)
    folder = os.environ["DATABASE_URL"].split("host=", 1)[1]
    with servers.running("marketplace.wsgi:application", "/healthz", threads=1) as (address, pid):
        pids = (pid, cpu.postmaster(folder))
        burst(address, [(f"/t/{code}", "") for code in codes[:500]], 200, pids)
        chosen = codes[500 : 500 + pages]
        whole = burst(address, [(f"/t/{code}", "") for code in chosen], 200, pids)
        again = burst(address, tags(address, chosen[:1_000]), 304, pids)
    _say(f"{serials:,} boxes, whole page", whole)
    _say(f"{serials:,} boxes, kept page (304)", again)
    subprocess.run([sys.executable, "-m", "bench.scans", "keep"], check=True, cwd=root)
    return whole


def _say(name: str, told: Burst) -> None:
    """One line."""
    print(
        f"{name:34} {told.a_second:6.0f} scans/s, p50 {told.percentile(0.5):5.1f} ms, "
        f"p95 {told.percentile(0.95):5.1f} ms; processor {told.server_ms:.2f} ms page "
        f"+ {told.database_ms:.2f} ms database"
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
