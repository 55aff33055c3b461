"""Where files lie when they do not lie on a disk: two buckets of an S3-compatible store.

A module of its own: its libraries are loaded only where ``STORAGE_URL`` asks for them.
"""

from __future__ import annotations

from typing import Any

from botocore.config import Config
from storages.backends.s3 import S3Storage

from marketplace.records.storage import NO_ADDRESS


class PublicBucket(S3Storage):
    """A bucket of an S3-compatible store that holds the pictures anyone may see."""

    def __init__(self, **options: Any) -> None:
        """Stores that are no Amazon's want the bucket in the path; one that hangs is given up.

        Checksums are asked for only where the store must have them: older ones know none.
        """
        patience = Config(
            connect_timeout=3,
            read_timeout=20,
            retries={"max_attempts": 2},
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        super().__init__(**options, client_config=patience)


class PapersBucket(PublicBucket):
    """A private bucket for papers: the market alone holds its key, and gives no address away."""

    def url(self, name: str | None, *_asked: Any, **_wanted: Any) -> str:
        """Refuse, as the folder does."""
        raise ValueError(NO_ADDRESS)
