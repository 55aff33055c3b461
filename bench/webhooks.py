"""Signed messages of money that came, booked by one worker process over HTTP: how many a second.

Beside it the database's own ceiling: as many trivial statements in as many transactions, from as
many connections, with nothing else done.
"""

import json
import secrets
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from bench import servers, visits

AT_ONCE = 4
WARM = 20


@dataclass(frozen=True)
class Message:
    """One request of a provider, and what its answer holds when it was taken."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]
    expected: bytes

    def took(self, answer: bytes) -> None:
        """Fail loudly unless the message was taken."""
        if self.expected not in answer:
            raise RuntimeError(f"{self.path} was answered {answer[:200]!r}")


def run(count: int) -> None:
    """Book ``count`` VNPAY messages and as many SePay transfers; print what came of it."""
    import django  # noqa: PLC0415 -- the environment is only set now

    django.setup()
    with servers.running("marketplace.wsgi:application", "/healthz", threads=AT_ONCE) as (
        address,
        _pid,
    ):
        print(f"\n{count} messages each, {AT_ONCE} at once, one worker process")
        for name, make in (("vnpay", _vnpay), ("sepay", _sepay)):
            statements = _statements(make())
            _timed(address, [make() for _ in range(WARM)])
            took, times = _timed(address, [make() for _ in range(count)])
            p95 = statistics.quantiles(times, n=20)[-1] * 1000
            alone = _ceiling(count, statements)
            print(
                f"{name:8}{count / took:6.0f}/s  p95 {p95:6.1f} ms  {statements} statements each; "
                f"the database alone {count / alone:.0f}/s ({took / alone:.1f} times as many)"
            )
    from django.db import connections  # noqa: PLC0415 -- needs the applications

    # A database that somebody looks at cannot be copied, as the burst of scans will want to.
    connections.close_all()


def _timed(address: str, messages: list[Message]) -> tuple[float, list[float]]:
    """Seconds for all of them, and for each; every sender keeps its connection."""
    held = threading.local()

    def send(message: Message) -> float:
        if not hasattr(held, "visitor"):
            held.visitor = visits.Visitor(address)
        began = time.perf_counter()
        answer = held.visitor.raw(message.method, message.path, message.body, message.headers)
        message.took(answer.body)
        return time.perf_counter() - began

    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        times = list(pool.map(send, messages))
    return time.perf_counter() - began, times


def _attempt(channel: str) -> Any:
    """An invoice of two cooperatives that waits for its money."""
    from marketplace.records import clock  # noqa: PLC0415 -- needs the applications
    from payments import attempts, invoicing  # noqa: PLC0415 -- needs the applications

    reference = f"BENCH-{secrets.token_hex(6)}"
    lines = [
        invoicing.LineDraft("bench-1", 210_000, "own_raw_produce", "1"),
        invoicing.LineDraft("bench-2", 543_000, "own_raw_produce", "2"),
    ]
    invoicing.issue(reference, lines)
    return attempts.start(
        reference, channel, key=reference, expires_at=clock.now(), back_url="https://x.example/"
    )


def _vnpay() -> Message:
    """One IPN for a payment of its own."""
    from django.conf import settings  # noqa: PLC0415 -- needs the applications

    from payments.channels import vnpay_seals as seals  # noqa: PLC0415 -- needs the applications

    attempt = _attempt("vnpay")
    query = seals.joined(
        {
            "vnp_Amount": str(attempt.amount * 100),
            "vnp_TmnCode": settings.VNPAY_TMN_CODE,
            "vnp_TxnRef": attempt.memo,
            "vnp_TransactionNo": str(attempt.pk),
            "vnp_ResponseCode": "00",
            "vnp_TransactionStatus": "00",
            "vnp_PayDate": "20261120100000",
        }
    )
    seal = seals.sign(settings.VNPAY_HASH_SECRET, query)
    path = f"/payments/vnpay/ipn?{query}&vnp_SecureHash={seal}"
    return Message("GET", path, b"", {}, b'"RspCode":"00"')


def _sepay() -> Message:
    """One transfer for a payment of its own."""
    from django.conf import settings  # noqa: PLC0415 -- needs the applications

    from payments.channels import sepay  # noqa: PLC0415 -- needs the applications

    attempt = _attempt("vietqr")
    told = {
        "id": attempt.pk,
        "transactionDate": "2026-11-20 10:00:00",
        "accountNumber": settings.VIETQR_ACCOUNT,
        "content": attempt.memo,
        "transferType": "in",
        "transferAmount": attempt.amount,
        "referenceCode": f"BENCH.{attempt.pk}",
    }
    body, moment = json.dumps(told).encode(), str(int(time.time()))
    headers = {
        "Content-Type": "application/json",
        "X-SePay-Timestamp": moment,
        "X-SePay-Signature": sepay.sign(settings.SEPAY_WEBHOOK_SECRET, moment, body),
    }
    return Message("POST", "/payments/bank/sepay", body, headers, b"true")


def _statements(message: Message) -> int:
    """How many statements booking one message takes in this very process."""
    from django.db import connection  # noqa: PLC0415 -- needs the applications
    from django.test import Client  # noqa: PLC0415 -- needs the applications
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 -- as above

    kind = message.headers.get("Content-Type", "application/json")
    rest = {name: value for name, value in message.headers.items() if name != "Content-Type"}
    client = Client(SERVER_NAME="127.0.0.1")
    with CaptureQueriesContext(connection) as seen:
        answer = client.generic(
            message.method, message.path, message.body, content_type=kind, headers=rest
        )
    message.took(bytes(answer.content))
    return len(seen)


def _ceiling(count: int, statements: int) -> float:
    """Seconds in which the database answers as many trivial statements and commits."""
    import psycopg  # noqa: PLC0415 -- only here
    from django.db import connection  # noqa: PLC0415 -- needs the applications

    wanted = connection.get_connection_params()
    wanted = {k: v for k, v in wanted.items() if k in ("dbname", "user", "host", "port")}

    def work(share: int) -> None:
        with psycopg.connect(**wanted) as own:
            for _ in range(share):
                with own.transaction():
                    for number in range(statements):
                        own.execute("SELECT %s::int", (number,), prepare=True)

    began = time.perf_counter()
    threads = [threading.Thread(target=work, args=(count // AT_ONCE,)) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began
