"""What would be sent back, or what a careful reader should know before a file leaves the house."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault or a remark: its short word, its place in the file (RFC 6901), and where to mend it.

    ``plot`` is the key of the plot, ``lot`` the code of the lot. Only what ``blocks`` is a fault.
    """

    code: str
    where: str
    message: str
    plot: int | None = None
    plot_name: str = ""
    lot: str = ""
    blocks: bool = True


class Faulty(Exception):
    """The file would be sent back: the argument is the list of its faults."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep only what blocks."""
        self.findings = tuple(one for one in findings if one.blocks)
        super().__init__([one.code for one in self.findings])
