"""Where files lie: on this machine's disk, or in two buckets of an S3-compatible store."""

from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from marketplace.settings.base import MEDIA_ROOT, MEDIA_URL, PAPERS_ROOT
from marketplace.settings.environment import text

_SHAPE = (
    "STORAGE_URL must look like s3+https://KEY:SECRET@s3.example.vn/pictures"
    "?papers=papers&public=https://pictures.example.vn"
)


def _port(parts: SplitResult) -> str:
    """The port with its colon, or nothing; refuses what is no port."""
    try:
        return f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise ImproperlyConfigured(f"{_SHAPE}: the port is no number below 65536.") from error


def _options(parts: SplitResult, told: dict[str, list[str]]) -> dict[str, Any]:
    """What both buckets share: the server and who asks."""
    return {
        "endpoint_url": f"{parts.scheme[3:]}://{parts.hostname}{_port(parts)}",
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "region_name": told.get("region", ["us-east-1"])[0],
        "default_acl": None,  # The buckets decide who may read.
        "file_overwrite": False,
    }


def _public(told: dict[str, list[str]]) -> SplitResult:
    """Where browsers load pictures from: an address without a path of its own."""
    public = urlsplit(told.get("public", [""])[0].rstrip("/"))
    if public.scheme not in ("http", "https") or not public.hostname or public.query:
        raise ImproperlyConfigured(
            f"{_SHAPE}: public= must say from which http(s) address browsers load pictures."
        )
    return public


def _buckets(address: str) -> dict[str, dict[str, Any]]:
    """The two storages of an address; raises ``ImproperlyConfigured`` when it makes no sense."""
    parts = urlsplit(address)
    if parts.scheme not in ("s3+https", "s3+http"):
        raise ImproperlyConfigured(f"{_SHAPE}, not begin with {parts.scheme!r}.")
    if not (parts.hostname and parts.username and parts.password):
        raise ImproperlyConfigured(f"{_SHAPE}: server, key and secret are all needed.")
    told = parse_qs(parts.query)
    unknown = sorted(set(told) - {"papers", "public", "region"})
    if unknown:
        raise ImproperlyConfigured(f"{_SHAPE}: nobody knows {', '.join(unknown)}.")
    pictures, papers = parts.path.strip("/"), told.get("papers", [""])[0]
    if not pictures or "/" in pictures or not papers or pictures == papers:
        raise ImproperlyConfigured(
            f"{_SHAPE}: pictures and papers need a bucket each, and papers a private one."
        )
    public, shared = _public(told), _options(parts, told)
    return {
        "default": {
            "BACKEND": "marketplace.records.buckets.PublicBucket",
            "OPTIONS": shared
            | {
                "bucket_name": pictures,
                "custom_domain": public.netloc + public.path,
                "url_protocol": f"{public.scheme}:",
                "querystring_auth": False,
                "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
            },
        },
        "papers": {
            "BACKEND": "marketplace.records.buckets.PapersBucket",
            "OPTIONS": shared | {"bucket_name": papers},
        },
    }


_DISK: dict[str, dict[str, Any]] = {
    # Pictures anyone may see: re-encoded, with names that never change their content.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT, "base_url": MEDIA_URL},
    },
    # Licences, bank papers, identity proofs: no URL leads here (decision 19).
    "papers": {
        "BACKEND": "marketplace.records.storage.PapersStorage",
        "OPTIONS": {"location": PAPERS_ROOT},
    },
}
_ADDRESS = text("STORAGE_URL")
STORAGES = {
    **(_buckets(_ADDRESS) if _ADDRESS else _DISK),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Whence browsers may load pictures beside the market itself; nothing while the disk holds them.
PICTURES_FROM = (
    [f"{_public(parse_qs(urlsplit(_ADDRESS).query))._replace(path='').geturl()}"]
    if _ADDRESS
    else []
)
