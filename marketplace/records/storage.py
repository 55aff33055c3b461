"""Where private papers lie on a disk: readable by the market alone, without any address."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import FileSystemStorage

NO_ADDRESS = "Private papers have no address."


class PapersStorage(FileSystemStorage):
    """A folder for licences, bank papers and proofs of identity."""

    def __init__(self, **options: Any) -> None:
        """Only the market's own user may read what lies here."""
        super().__init__(**options, file_permissions_mode=0o600, directory_permissions_mode=0o700)

    def url(self, name: str | None) -> str:
        """Refuse: papers are shown by a view that asks who wants to read (``papers.show``)."""
        raise ValueError(NO_ADDRESS)
