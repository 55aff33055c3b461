"""Starts the practice providers as a process of their own, and visits their pages."""

from __future__ import annotations

import atexit
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from payments import opening
from payments.models import Attempt
from tests.payments.conftest import ask, make_invoice


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def start(
    market: str, port: int, *, errors: int = subprocess.PIPE, **environment: str
) -> subprocess.Popen[str]:
    """Start the practice providers of a market."""
    return subprocess.Popen(
        [sys.executable, "-m", "payments.sandbox"],
        env=os.environ
        | {"PUBLIC_URL": market, "SANDBOX_PORT": str(port), "MARKET_MODE": "demo"}
        | environment,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
    )


@contextmanager
def running(market: str, settings: Any) -> Iterator[str]:
    """The address of practice providers that know this market, and that the market knows."""
    process, address = _started(market)
    try:
        _lead(settings, market, address)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        process.stderr.close()


def _started(market: str, *, errors: int = subprocess.PIPE) -> tuple[subprocess.Popen[str], str]:
    port = free_port()
    process, address = start(market, port, errors=errors), f"http://127.0.0.1:{port}"
    assert process.stdout is not None
    assert process.stdout.readline() == f"sandbox: {address}/\n"
    return process, address


def _lead(settings: Any, market: str, address: str) -> None:
    """Let the market and its providers know of each other."""
    settings.PUBLIC_URL = market
    settings.VNPAY_PAY_URL = f"{address}/vnpay/paymentv2/vpcpay.html"
    settings.VNPAY_API_URL = f"{address}/vnpay/merchant_webapi/api/transaction"
    settings.MOMO_API_URL = f"{address}/momo"
    settings.ZALOPAY_API_URL = f"{address}/zalopay"
    settings.STRIPE_API_BASE = f"{address}/stripe"
    settings.STRIPE_JS_URL = f"{address}/stripe/js"


@contextmanager
def shared(market: str, settings: Any) -> Iterator[str]:
    """The same for one test after another: the process stays, and forgets what was before."""
    known = _kept.get(market)
    if known is None or known[0].poll() is not None:
        # Nobody reads what it says over so many tests, and a full pipe would stop it.
        known = _kept[market] = _started(market, errors=subprocess.DEVNULL)
    address = known[1]
    assert fetch(f"{address}/begin-anew", {})[0] == 200
    _lead(settings, market, address)
    yield address


_kept: dict[str, tuple[subprocess.Popen[str], str]] = {}


@atexit.register
def _end_kept() -> None:
    for process, _address in _kept.values():
        process.kill()


class _Stay(urllib.request.HTTPRedirectHandler):
    """Leads nowhere: the test looks at where it would go."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Follow nothing."""


def fetch(address: str, fields: dict[str, object] | None = None) -> tuple[int, str]:
    """A page as a browser without scripts gets it, redirects followed."""
    data = urllib.parse.urlencode(fields).encode() if fields is not None else None
    try:
        with urllib.request.urlopen(address, data=data, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def end(page: str, result: str = "paid", how: str = "once", delay: int = 0) -> str:
    """End a payment on a provider's page; answers the address the payer is led back to."""
    with urllib.request.urlopen(page, timeout=20) as answer:
        found = re.search(r'action="(/pay/[^"]+)"', answer.read().decode())
    assert found is not None
    parts = urllib.parse.urlsplit(page)
    form = urllib.parse.urlencode({"result": result, "how": how, "delay": delay}).encode()
    address = f"{parts.scheme}://{parts.netloc}{found[1]}"
    with pytest.raises(urllib.error.HTTPError) as led:
        urllib.request.build_opener(_Stay).open(address, data=form, timeout=30)
    led.value.close()
    assert led.value.code == 302
    return str(led.value.headers["Location"])


def switch(bank: str, provider: str, kind: str) -> None:
    """Let the next call to a provider go wrong."""
    assert fetch(f"{bank}/faults", {"provider": provider, "kind": kind})[0] == 200


def soon(true: Callable[[], bool]) -> bool:
    """Whether it becomes true within ten seconds."""
    until = time.monotonic() + 10
    while not true() and time.monotonic() < until:
        time.sleep(0.1)
    return true()


def asked(provider: str, number: int = 1) -> Attempt:
    """A new invoice whose page at the provider is open."""
    reference = f"SL-{provider}-{number}"
    make_invoice(reference)
    attempt = ask(reference, reference, provider)
    opening.open_all(reference, address="203.0.113.7")
    attempt.refresh_from_db()
    return attempt
