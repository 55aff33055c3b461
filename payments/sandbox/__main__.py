"""``python -m payments.sandbox``: open the demonstration's bank on this machine alone."""

from __future__ import annotations

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

HERE = "127.0.0.1"


class Server(ThreadingMixIn, WSGIServer):
    """Answers several browsers at once."""

    daemon_threads = True


class QuietHandler(WSGIRequestHandler):
    """Leaves the terminal to the market."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- wsgiref's name
        """Say nothing."""


def main() -> None:
    """Serve until stopped; ends with a sentence where the market is not a demonstration."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "payments.sandbox.settings"
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- settings come first
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 -- settings come first

    try:
        application = get_wsgi_application()
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    from django.conf import settings  # noqa: PLC0415 -- settings come first

    port = settings.SANDBOX_PORT
    with make_server(HERE, port, application, Server, QuietHandler) as server:
        print(f"sandbox: http://{HERE}:{port}/", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
