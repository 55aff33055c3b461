"""As much of an S3-compatible store as a storage asks for, in memory, on a port of this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MISSING = b"<Error><Code>NoSuchKey</Code><Message>nothing there</Message></Error>"


class Store(ThreadingHTTPServer):
    """The objects by their path, and who asked for what."""

    daemon_threads = True

    def __init__(self) -> None:
        """Empty, at a free port."""
        super().__init__(("127.0.0.1", 0), Door)
        self.objects: dict[str, bytes] = {}
        self.headers: dict[str, dict[str, str]] = {}
        self.signed: list[str] = []

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server_port}"


class Door(BaseHTTPRequestHandler):
    """One request: put, get, ask for or delete an object."""

    protocol_version = "HTTP/1.1"
    server: Store

    def do_PUT(self) -> None:
        """Keep an object."""
        length = int(self.headers.get("Content-Length", 0))
        self.server.objects[self.path] = self.rfile.read(length)
        self.server.headers[self.path] = dict(self.headers.items())
        self._answer(200, b"")

    def do_GET(self) -> None:
        """Show an object."""
        found = self.server.objects.get(self.path.partition("?")[0])
        self._answer(404 if found is None else 200, MISSING if found is None else found)

    do_HEAD = do_GET  # noqa: N815 -- the name that http.server asks for

    def do_DELETE(self) -> None:
        """Drop an object."""
        self.server.objects.pop(self.path, None)
        self._answer(204, b"")

    def _answer(self, status: int, body: bytes) -> None:
        self.server.signed.append(self.headers.get("Authorization", ""))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Wed, 25 Nov 2026 03:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Store]:
    """A store that is open inside the block."""
    with Store() as store:
        thread = threading.Thread(target=store.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield store
        finally:
            store.shutdown()
            thread.join()
