"""A provider that does not answer to the end has perhaps done it: it is asked again later."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from payments.channels.base import ChannelError
from payments.channels.calling import Caller


@contextmanager
def answering(told: bytes) -> Iterator[str]:
    """A server that answers every question with these bytes and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            """Read one question, answer, hang up."""
            peer, _address = server.accept()
            with peer:
                peer.recv(65_536)
                peer.sendall(told)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join()


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
def test_an_answer_that_breaks_off_is_asked_for_again(told):
    with answering(told) as address, pytest.raises(ChannelError) as trouble:
        Caller().post(address, {})

    assert trouble.value.retry


def test_a_whole_answer_is_read():
    with answering(b'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{"a": 1}') as address:
        assert Caller().post(address, {}) == {"a": 1}
