"""Labels of lots and pallets bear a signature of their cooperative that can be checked offline.

Signed is the path of the address as it is printed, so that who changes a sign of it, or invents a
lot, is found out without a network. A photograph of the label is as genuine as the label.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery

import verify
from catalog.traceability import codes
from catalog.traceability.log import keys
from catalog.traceability.models import AuthorKey, Box, LogisticUnit, Lot, Party, TradeItem

_SIGNS = len("?s=") + 86


class Seal(StrEnum):
    """What a signature on a label is worth."""

    GENUINE = "genuine"
    TAKEN_BACK = "taken back"
    FALSE = "false"


def address(party: Party, path: str) -> str:
    """What the code of a label says: the address of a path, signed unless the log is off."""
    plain = f"{settings.TRACE_URL}{path}"
    if not keys.is_on():
        return plain
    signature = keys.sign(keys.active(party), _text(path))
    return f"{plain}?s={verify.sealed(signature)}"


def length(path: str) -> int:
    """How many bytes the address of a path has on a label."""
    return len(f"{settings.TRACE_URL}{path}".encode()) + _SIGNS * keys.is_on()


def of(thing: Box | Lot | LogisticUnit, said: str) -> Seal:
    """What a signature is worth on a label of this thing; asks the database once at most.

    A signature bears no time: of a key that was taken back none is believed, of one that was
    followed by another all are.
    """
    try:
        signature = verify.unsealed(said)
    except verify.Unreadable:
        return Seal.FALSE
    for public, state, gtins in _keys_for(thing):
        if any(_signed(public, signature, path) for path in _paths(thing, gtins)):
            taken_back = state == AuthorKey.State.REVOKED
            return Seal.TAKEN_BACK if taken_back else Seal.GENUINE
    return Seal.FALSE


def _keys_for(thing: Box | Lot | LogisticUnit) -> list[tuple[bytes, str, list[str]]]:
    """Every key the thing's party ever had, its state, and the GTINs a label of a lot may hold."""
    party = thing.lot.party_id if isinstance(thing, Box) else thing.party_id
    lot = thing.pk if isinstance(thing, Lot) else None
    items = TradeItem.objects.filter(boxes__lot_id=lot or 0).exclude(gtin="")
    numbers = ArraySubquery(items.order_by("gtin").values("gtin").distinct())
    found = AuthorKey.objects.filter(party=party).annotate(gtins=numbers).order_by("-pk")
    rows = found.values_list("public", "state", "gtins")
    return [(bytes(public), state, gtins) for public, state, gtins in rows]


def _paths(thing: Box | Lot | LogisticUnit, gtins: Iterable[str]) -> list[str]:
    """The paths the market prints for a thing."""
    plain = codes.path(thing.code)
    if isinstance(thing, Lot):
        return [plain, *(codes.lot_path(thing, gtin) for gtin in gtins)]
    return [plain, codes.unit_path(thing)] if isinstance(thing, LogisticUnit) else [plain]


def _signed(key: bytes, signature: bytes, path: str) -> bool:
    """Whether a key signed a path; thousands of times a second, unlike the verifier's own way."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _text(path).encode())
    except InvalidSignature:
        return False
    return True


def _text(path: str) -> str:
    """What is signed of a path, with whatever the address of the market has before it."""
    return verify.label_text(urlsplit(f"{settings.TRACE_URL}{path}").path)
