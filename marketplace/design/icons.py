"""The icons of the pages, read once from the zip that the `lucide` package carries."""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

_INNER = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


class NoSuchIcon(LookupError):
    """The name is not one of lucide's; https://lucide.dev/icons/ lists them."""


@cache
def drawing(name: str) -> str:
    """What stands between the svg tags of the icon; raises ``NoSuchIcon``."""
    try:
        raw = _archive().read(f"{name}.svg").decode()
    except KeyError:
        raise NoSuchIcon(name) from None
    found = _INNER.search(raw)
    if found is None:
        raise NoSuchIcon(name)
    return re.sub(r"\s*\n\s*", "", found.group(1)).replace(" />", "/>")


def names() -> frozenset[str]:
    """The names of every icon there is."""
    return frozenset(entry.removesuffix(".svg") for entry in _archive().namelist())


@cache
def _archive() -> ZipFile:
    """Lucide's zip, held in memory so that no request opens a file."""
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))
