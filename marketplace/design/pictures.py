"""Pictures of listings as HTML: the small modern formats first, JPEG for everybody else."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from marketplace.design import spoken

# On phones a shelf shows two cards a row, three from 40rem, four from 64rem.
SHELF = "(min-width: 64rem) 17rem, (min-width: 40rem) 30vw, 45vw"
_TYPES = (("avif", "image/avif"), ("webp", "image/webp"))


def picture(image: Mapping[str, Any], *, sizes: str = SHELF, eager: bool = False) -> SafeString:
    """A ``<picture>`` from ``{alt, src, srcset{avif, webp, jpeg}, width, height}``."""
    srcset = image.get("srcset") or {}
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((kind, srcset[name], sizes) for name, kind in _TYPES if srcset.get(name)),
    )
    return format_html("<picture>{}{}</picture>", sources, _img(image, srcset, sizes, eager))


def _img(
    image: Mapping[str, Any], srcset: Mapping[str, str], sizes: str, eager: bool
) -> SafeString:
    """The ``<img>`` inside; its width and height keep the place while it loads."""
    return format_html(
        '<img class="photo" src="{}"{} alt="{}"{} width="{}" height="{}"{}>',
        image["src"],
        format_html(' srcset="{}" sizes="{}"', srcset["jpeg"], sizes) if srcset.get("jpeg") else "",
        image.get("alt", ""),
        # Cooperatives say in Vietnamese what their pictures show.
        spoken.attribute(image.get("alt", "")),
        image.get("width") or 800,
        image.get("height") or 800,
        SafeString(' fetchpriority="high"' if eager else ' loading="lazy" decoding="async"'),
    )
