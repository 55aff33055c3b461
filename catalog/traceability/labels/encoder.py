"""QR codes of many texts at once, each under its best mask.

``marketplace.design.qrmaking`` makes one code quickly; ten thousand labels need another way. All
texts of a batch take one size, so that the codes are rows of one array: their check bytes are
looked up column by column, one permutation puts every bit where it is drawn, and the masks are
judged on whole rows. Nothing here loops over codes; memory is bounded by working in parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from catalog.traceability.labels import capacities, galois, masks, placing
from catalog.traceability.labels.capacities import SIGNS, Level, Mode

Bytes = npt.NDArray[np.uint8]
_ROOM = 8_000_000  # bytes a part may take while its bits are spread out

_VALUES = np.full(256, 255, np.uint8)
_VALUES[np.frombuffer(SIGNS, np.uint8)] = np.arange(len(SIGNS))
_TURNED = np.packbits(np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1)[:, ::-1])


class NotWritable(ValueError):
    """A text holds what its mode cannot write, or does not fit the size asked for."""


@dataclass(frozen=True, slots=True)
class Symbols:
    """Codes of one size: the mask each wears, and its rows as words, the first module lowest."""

    version: int
    level: Level
    masks: Bytes
    words: npt.NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def side(self) -> int:
        """How many modules a code measures, without its quiet zone."""
        return 17 + 4 * self.version

    def modules(self) -> npt.NDArray[np.bool_]:
        """Every module, dark ones true: ``(code, row, column)``."""
        bits = np.unpackbits(self.words.view(np.uint8), axis=-1, bitorder="little")
        return bits[:, :, : self.side].astype(np.bool_)

    def bitmaps(self) -> Bytes:
        """Rows of whole bytes as pictures have them, the first module highest, dark ones set."""
        wide = -(-self.side // 8)
        return _TURNED[self.words.view(np.uint8)[:, :, :wide]]


def encode(
    texts: Sequence[bytes],
    *,
    level: Level = Level.MEDIUM,
    version: int | None = None,
    mask: int | None = None,
    mode: Mode = Mode.BYTES,
) -> Symbols:
    """The codes of all texts, in their order, as large as the longest needs.

    The mask is each code's best, or the one given. Raises ``TooLong`` and ``NotWritable``.
    """
    longest = max(map(len, texts), default=0)
    version = version or capacities.smallest(longest, level, mode)
    if not capacities.fits(longest, version, level, mode):
        raise NotWritable(longest, version)
    plan = placing.plan(version, level)
    worn = np.empty(len(texts), np.uint8)
    words = np.empty((len(texts), plan.side, plan.words), "<u8")
    for part in _parts(len(texts), plan):
        data = _data(texts[part], version, level, mode)
        plain = _placed(data, version, level, plan)
        best = masks.best(plain, plan.masks, plan.side) if mask is None else mask
        worn[part] = best
        words[part] = plain ^ plan.masks[worn[part]]
    return Symbols(version, level, worn, words)


def is_signs(text: bytes) -> bool:
    """Whether a text can be written in the mode of 45 signs."""
    return bool((_VALUES[np.frombuffer(text, np.uint8)] < len(SIGNS)).all())


def _parts(count: int, plan: placing.Plan) -> Iterator[slice]:
    """How a batch is cut so that no part takes more than its room."""
    step = max(1, _ROOM // plan.source.size)
    return (slice(start, start + step) for start in range(0, count, step))


def _data(texts: Sequence[bytes], version: int, level: Level, mode: Mode) -> Bytes:
    """The bytes of data of every code: mode, length, text, end, and what fills the rest."""
    room = capacities.blocks(version, level).data
    if mode == Mode.SIGNS:
        return _signs(texts, version, room)
    head = capacities.length_bits(version, mode) // 8
    lengths = np.array([len(text) for text in texts], np.int_)
    longest = int(lengths.max())
    stream = np.zeros((len(texts), max(room, head + longest) + 1), np.uint8)
    stream[:, head - 1] = lengths & 0xFF
    stream[:, 0] |= (lengths >> 8 * (head - 1)).astype(np.uint8)
    joined = b"".join(text.ljust(longest, b"\0") for text in texts)
    stream[:, head : head + longest] = np.frombuffer(joined, np.uint8).reshape(len(texts), longest)
    # Mode 4 stands in half a byte, so all that follows is shifted by half a byte.
    data: Bytes = stream[:, :room] >> np.uint8(4)
    data[:, 1:] |= stream[:, : room - 1] << np.uint8(4)
    data[:, 0] |= 0x40
    return _filled(data, lengths + head + 1)


def _signs(texts: Sequence[bytes], version: int, room: int) -> Bytes:
    """The same in the mode of 45 signs; texts of one length are written together."""
    data = np.zeros((len(texts), room), np.uint8)
    lengths = np.array([len(text) for text in texts], np.int_)
    ends = np.zeros(len(texts), np.int_)
    for length in np.unique(lengths):
        rows = np.flatnonzero(lengths == length)
        found = [texts[row] for row in rows.tolist()]
        bits = _sign_bits(found, int(length), capacities.length_bits(version, Mode.SIGNS))
        ends[rows] = -(-min(bits.shape[1] + 4, 8 * room) // 8)
        written = np.packbits(bits, axis=1)
        data[rows, : written.shape[1]] = written
    return _filled(data, ends)


def _sign_bits(texts: Sequence[bytes], length: int, wide: int) -> Bytes:
    """Texts of one length as bits, with mode and length before them."""
    values = _VALUES[np.frombuffer(b"".join(texts), np.uint8).reshape(len(texts), length)]
    if (values >= len(SIGNS)).any():
        raise NotWritable("signs")
    head = np.array([int(bit) for bit in f"{2:04b}{length:0{wide}b}"], np.uint8)
    paired = values[:, : length // 2 * 2].astype(np.uint16)
    pairs = paired[:, ::2] * 45 + paired[:, 1::2]
    bits = [np.broadcast_to(head, (len(texts), head.size)), _spread(pairs, 11)]
    if length % 2:
        bits.append(_spread(values[:, -1:].astype(np.uint16), 6))
    return np.concatenate(bits, axis=1)


def _spread(values: npt.NDArray[np.uint16], wide: int) -> Bytes:
    """Numbers as bits, so many each, side by side in their row."""
    steps = np.arange(wide - 1, -1, -1, dtype=np.uint16)
    return (values[:, :, None] >> steps & 1).astype(np.uint8).reshape(len(values), -1)


def _filled(data: Bytes, ends: npt.NDArray[np.int_]) -> Bytes:
    """The rest of every row filled with 236 and 17 in turn, from its end on."""
    after = np.arange(data.shape[1])[None, :] - ends[:, None]
    filling = np.where(after % 2 == 0, np.uint8(0xEC), np.uint8(0x11))
    return np.where(after < 0, data, filling)


def _placed(data: Bytes, version: int, level: Level, plan: placing.Plan) -> npt.NDArray[np.uint64]:
    """The codes without a mask: check bytes added, and every bit at its place."""
    made = capacities.blocks(version, level)
    pieces, start = [data], 0
    for size in sorted(set(made.sizes)):
        count = made.sizes.count(size)
        part = np.ascontiguousarray(data[:, start : start + count * size])
        found = galois.check_bytes(part.reshape(-1, size), made.checks)
        pieces.append(found.reshape(len(data), -1))
        start += count * size
    bits = np.unpackbits(np.concatenate(pieces, axis=1), axis=1)
    ends = np.broadcast_to(np.array([0, 1], np.uint8), (len(data), 2))
    spread = np.concatenate([bits, ends], axis=1).take(plan.source, axis=1)
    return placing.packed(spread.reshape(len(data), plan.side, -1))
