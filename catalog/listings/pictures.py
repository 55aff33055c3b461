"""Pictures of goods: taken in once, made into sizes in the background, shown in whatever exists."""

from __future__ import annotations

import hashlib
from typing import Any

from celery import current_app
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from catalog.listings import encoding
from catalog.listings.models import ListingPicture, Picture
from catalog.listings.refusals import PictureRefused
from catalog.shelf import images
from marketplace.people.models import User
from marketplace.records import clock, tokens

_SUFFIX = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}


@transaction.atomic
def take(upload: UploadedFile[Any], *, cooperative_id: int, by: User) -> Picture:
    """Keep an uploaded picture and have its sizes made; the same picture twice is kept once.

    ``PictureRefused`` says what is wrong with the file.
    """
    if (upload.size or 0) > encoding.LARGEST:
        raise PictureRefused("size")
    encoded = encoding.taken_in(upload.read())
    digest = hashlib.sha256(encoded.content).hexdigest()
    known = Picture.objects.filter(cooperative_id=cooperative_id, sha256=digest).first()
    if known:
        return known
    picture = Picture(
        cooperative_id=cooperative_id,
        token=tokens.fresh(),
        sha256=digest,
        uploaded_by=by,
        uploaded_at=clock.now(),
    )
    # Without a name of its own Django takes the content for no file and clears width and height.
    name = f"{picture.token}.jpg"
    picture.original.save(name, ContentFile(encoded.content, name), save=False)
    picture.save(force_insert=True)

    def ask() -> None:
        _ask_for_sizes(picture.pk)

    # A function of its own: Django names whatever failed after the commit, and a partial has no
    # name, so a broker that is away would fail the upload instead of a line in the log.
    transaction.on_commit(ask, robust=True)
    return picture


def make_sizes(picture: Picture) -> dict[str, dict[str, str]]:
    """Write the missing sizes of a picture to the public storage and answer their names.

    Names follow from the token, so doing it twice writes nothing twice.
    """
    with picture.original.open("rb") as file:
        whole = encoding.opened(file.read())
    sizes: dict[str, dict[str, str]] = {}
    for kind, suffix in _SUFFIX.items():
        for width in _widths(picture):
            name = f"pictures/{picture.token}-{width}.{suffix}"
            if not default_storage.exists(name):
                content = ContentFile(encoding.narrowed(whole, width, kind))
                name = default_storage.save(name, content)
            sizes.setdefault(kind, {})[str(width)] = name
    return sizes


def presentation(picture: Picture, alt: str) -> dict[str, Any]:
    """A picture as pages show it, whether or not a listing bears it already."""
    return images.image(ListingPicture(picture=picture, alt=alt))


def _widths(picture: Picture) -> list[int]:
    """The widths no larger than the picture, and at least the smallest."""
    return [width for width in encoding.WIDTHS if width <= picture.width] or [picture.width]


def _ask_for_sizes(picture_id: int) -> None:
    """Wake a worker; if nobody listens the timetable's sweep makes the sizes later."""
    current_app.send_task("catalog.make_sizes", (picture_id,), retry=False, ignore_result=True)
