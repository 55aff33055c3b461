"""Acts as a witness of another log: signs only what continues what it signed before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import verify

Path = Callable[[int, int], Sequence[bytes]]


def key(name: str, private: Ed25519PrivateKey) -> verify.Verifier:
    """The witness's key as the watched log registers it."""
    return verify.Verifier(name, verify.COSIGNATURE, private.public_key().public_bytes_raw())


def cosign(
    note: str,
    *,
    log: verify.Verifier,
    seen: str,
    path: Path,
    witness: tuple[str, Ed25519PrivateKey],
    at: int,
) -> str:
    """The witness's line for a checkpoint; ``seen`` is the one it signed last, or nothing yet.

    ``path`` gives the proof of consistency between two sizes. ``Untrue`` when the log does not
    begin with what was seen, is smaller, or is signed by somebody else: then nothing is signed,
    and the two checkpoints together are what to show to everybody.
    """
    text = verify.opened(note, log)
    fresh = verify.checkpoint(text)
    if fresh.origin != log.name:
        raise verify.Untrue("The checkpoint is of another log.")
    if seen:
        old = verify.checkpoint(verify.opened(seen, log))
        if old.size > fresh.size:
            raise verify.Untrue("The log is smaller than it was.")
        if old.size:
            steps = path(old.size, fresh.size) if old.size < fresh.size else ()
            roots = old.root, fresh.root
            verify.check_consistency(old.size, fresh.size, roots, steps)
    name, private = witness
    return verify.signature_line(
        key(name, private), at.to_bytes(8) + private.sign(verify.cosigned(text, at))
    )
