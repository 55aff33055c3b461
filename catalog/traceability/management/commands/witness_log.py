"""``witness_log``: check that another province's log only grew, and vouch for its checkpoint."""

from __future__ import annotations

import base64
import json
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management.base import BaseCommand, CommandError, CommandParser

import verify
from catalog.traceability.log import watching
from marketplace.records import clock

SECONDS = 20
LARGEST = 100_000


class Command(BaseCommand):
    """Once an hour, from a timetable of the witness's own."""

    help = "Check that a trace log only grew since the last time, and sign its checkpoint."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose log, and with which key."""
        parser.add_argument("address", help="https://market.example.vn")
        parser.add_argument("--log-key", required=True, help="the log's key, from another source")
        parser.add_argument("--name", required=True, help="your name as a witness, without blanks")
        parser.add_argument("--key-file", required=True, type=Path, help="made when missing")
        parser.add_argument("--state", required=True, type=Path, help="keeps what was signed last")

    def handle(self, *_args: Any, **given: Any) -> None:
        """Read, compare, sign, post, remember."""
        address = str(given["address"]).rstrip("/")
        if not address.startswith(("https://", "http://")):
            raise CommandError("The address must begin with https:// or http://.")
        private, state = self._key(given["key_file"], given["name"]), given["state"]
        try:
            note = _fetched(f"{address}/log/checkpoint").decode()
            line = watching.cosign(
                note,
                log=verify.verifier(given["log_key"]),
                seen=state.read_text() if state.exists() else "",
                path=lambda first, second: _path(address, first, second),
                witness=(given["name"], private),
                at=int(clock.now().timestamp()),
            )
            # Remembered before it is told: whoever saw the signature may hold us to it.
            state.write_text(note)
            _fetched(f"{address}/log/witness", (note + line).encode())
        except (verify.Untrue, verify.Unreadable) as error:
            raise CommandError(f"Not signed: {error}") from error
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"The log cannot be read: {error}") from error
        self.stdout.write(f"Signed: {verify.checkpoint(verify.note_parts(note)[0]).size} entries.")

    def _key(self, file: Path, name: str) -> Ed25519PrivateKey:
        """The witness's key; a fresh one is made and told, so that the log can register it."""
        if not file.exists():
            file.touch(mode=0o600)
            raw = Ed25519PrivateKey.generate().private_bytes_raw()
            file.write_text(base64.b64encode(raw).decode())
        private = Ed25519PrivateKey.from_private_bytes(base64.b64decode(file.read_text()))
        self.stdout.write(f"Your key as a witness: {watching.key(name, private)}")
        return private


def _fetched(address: str, body: bytes | None = None) -> bytes:
    """What an address answers; a body is posted."""
    request = urllib.request.Request(  # noqa: S310 -- the scheme was checked
        address, body, {"Content-Type": "text/plain; charset=utf-8"} if body else {}
    )
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 -- see above
        found: bytes = answer.read(LARGEST)
    return found


def _path(address: str, first: int, second: int) -> Sequence[bytes]:
    """The log's proof that it begins with what was seen."""
    raw = _fetched(f"{address}/log/consistency?first={first}&second={second}")
    try:
        return [verify.unpacked(step) for step in json.loads(raw)["path"]]
    except (ValueError, KeyError, TypeError) as error:
        raise verify.Unreadable("The proof of consistency cannot be read.") from error
