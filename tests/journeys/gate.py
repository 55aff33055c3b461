"""A gate between the market and its practice providers, which stops a call on either way."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HERE = "127.0.0.1"
PATIENCE = 30  # seconds


class Gate:
    """Hands calls on; ``hold`` stops the next one before the provider sees it, or its answer."""

    def __init__(self, behind: str) -> None:
        """``behind`` is the providers' address."""
        self.behind = behind
        self.answers: list[bytes] = []
        self._hold = ""
        self._reached, self._free = threading.Event(), threading.Event()
        self._server = ThreadingHTTPServer((HERE, 0), self._door())
        self.url = f"http://{HERE}:{self._server.server_port}"

    def hold(self, where: str) -> None:
        """Stop the next call ``before`` the provider hears it, or ``after``, with its answer."""
        self._reached.clear()
        self._free.clear()
        self._hold = where

    def wait(self, seconds: float = PATIENCE) -> None:
        """Return when a call is stopped."""
        assert self._reached.wait(seconds), "no call came to the gate"

    def open(self) -> None:
        """Stop nothing any more; what was stopped is dropped with its caller."""
        self._hold = ""
        self._free.set()

    def _stop(self, where: str) -> bool:
        if self._hold != where:
            return False
        self._hold = ""
        self._reached.set()
        self._free.wait(PATIENCE)
        return True

    def _door(gate) -> type[BaseHTTPRequestHandler]:  # noqa: N805 -- the handler has a self of its own
        class Door(BaseHTTPRequestHandler):
            """One call."""

            def handle_one_request(self) -> None:
                """Hand it on, unless it is stopped."""
                self.raw_requestline = self.rfile.readline(65_537)
                self.close_connection = True
                if not self.raw_requestline or not self.parse_request():
                    return
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if gate._stop("before"):
                    return
                status, kind, answer = gate._ask(self, body)
                gate.answers.append(answer)
                if gate._stop("after"):
                    return
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Door

    def _ask(self, call: Any, body: bytes) -> tuple[int, str, bytes]:
        passed = ("content-type", "authorization", "idempotency-key")
        headers = {name: call.headers[name] for name in passed if call.headers[name]}
        request = urllib.request.Request(
            self.behind + call.path, data=body or None, headers=headers, method=call.command
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers["Content-Type"] or "text/plain", error.read()


@contextmanager
def gate(behind: str) -> Iterator[Gate]:
    """A gate that stands while the block runs."""
    made = Gate(behind)
    serving = threading.Thread(target=made._server.serve_forever, args=(0.02,), daemon=True)
    serving.start()
    try:
        yield made
    finally:
        made.open()
        made._server.shutdown()
        made._server.server_close()
