"""The live process: server-sent events, apart from the pages so that no viewer holds a thread.

A raw ASGI application (docs/architecture.md, decision 14). There are no live sessions in the market
yet, so every channel of events answers that it is unknown; ``/healthz`` says the process lives.
"""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

EVENTS = "/live/events/"


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one connection; anything but HTTP is closed."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "http":
        await _answer(scope, send)
    else:
        await send({"type": "websocket.close", "code": 1000})


async def _lifespan(receive: Receive, send: Send) -> None:
    """There is nothing to prepare and nothing to put away."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _answer(scope: Scope, send: Send) -> None:
    path = scope["path"]
    if scope["method"] not in ("GET", "HEAD"):
        await _json(send, 405, {"status": 405, "title": "Method not allowed"})
    elif path == "/healthz":
        await _json(send, 200, {"status": "ok"})
    elif path.startswith(EVENTS):
        await _json(send, 404, {"status": 404, "title": "No live session of this name"})
    else:
        await _json(send, 404, {"status": 404, "title": "Not found"})


async def _json(send: Send, status: int, body: dict[str, object]) -> None:
    """Send one whole answer, never kept by anybody on the way."""
    kind = b"application/json" if status == 200 else b"application/problem+json"
    raw = json.dumps(body).encode()
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(raw)).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": raw})
