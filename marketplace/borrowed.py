"""Words of the packages we build on that people meet here, and their Vietnamese.

Oscar's own Vietnamese is nearly whole, Wagtail's a fifth of it, allauth has none. What is missing
stands in ``locale/borrowed``, which Django asks before any package. The screens it covers are
listed here by the files of the packages that say the words; docs/languages.md says them in words.
"""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Message
from babel.messages.pofile import read_po


class Screens(NamedTuple):
    """Which files of a package speak to people here: those that match, without some."""

    package: str
    files: str
    without: str = "^$"


SCREENS = (
    # Messages that forms, checks and models of the shop can show a buyer.
    Screens("django/conf", r"^(core/validators|db/models|forms|utils/(timesince|text)|core/pagin)"),
    Screens("django/contrib/auth", r"."),
    Screens("django/contrib/humanize", r"."),
    Screens("oscar", r"^(apps|forms|templates)/", r"dashboard|search|emails|alert|communication"),
    # Signing in, the account, the second factor.
    Screens(
        "allauth",
        r"^(account|mfa)/(adapter|fields|forms|internal|totp|webauthn)|^templates/(account|mfa)/",
        r"/email/|signup_|login_code|webauthn/signup|trust|account/email\.html",
    ),
    # Wagtail: home, explorer, adding, editing, publishing, moving, history, choosers, the account.
    Screens(
        "wagtail/admin",
        r".",
        r"workflows|workflow_|(generic|pages)/workflow|reports?/|notifications/|password_reset|collections?/|comments|alias|whats_?new"
        r"|upgrade_not|apps\.py|aging|restrictions|permissions/|styleguide|editing_sessions"
        r"|user_objects|login|forms/auth|localization|orderable|audit_logging|confirm_site_name"
        r"|keyboard|locked_pages",
    ),
    Screens(
        "wagtail",
        r"^(blocks/|coreutils|fields|locks|models/(pages|draft_state|preview|reference|view_re)"
        r"|wagtail_hooks)",
    ),
    Screens("wagtail/images", r".", r"permissions|url_gen|apps"),
    Screens("wagtail/documents", r".", r"permissions|password|apps"),
    Screens("wagtail/users", r".", r"api_tok|groups|apps|permission"),
    Screens("wagtail/snippets", r".", r"bulk|apps"),
    Screens("wagtail/contrib/simple_translation", r".", r"apps"),
)


def missing(root: Path, language: str) -> Iterator[tuple[str, Message]]:
    """What the listed screens say and their own package does not translate, with its package."""
    for screens in SCREENS:
        folder = _folder(screens.package) / "locale"
        known = _known(folder / language / "LC_MESSAGES" / "django.po")
        with (folder / "en" / "LC_MESSAGES" / "django.po").open("rb") as file:
            for message in read_po(file):
                if message.id and _key(message) not in known and _is_shown(message, screens, root):
                    yield screens.package, message


def _is_shown(message: Message, screens: Screens, root: Path) -> bool:
    """Whether a listed file says the message, and no template of ours stands in its place."""
    return any(
        re.search(screens.files, name)
        and not re.search(screens.without, name)
        and not (name.startswith("templates/") and (root / name).exists())
        for name, _line in message.locations
    )


def _known(path: Path) -> set[tuple[str | None, str]]:
    if not path.exists():
        return set()
    with path.open("rb") as file:
        found = read_po(file)
        return {_key(message) for message in found if message.id and _is_whole(message)}


def _is_whole(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms) and not message.fuzzy


def _key(message: Message) -> tuple[str | None, str]:
    ids = message.id
    return message.context, ids[0] if isinstance(ids, tuple | list) else str(ids)


def _folder(package: str) -> Path:
    """Where a package lies, without importing it."""
    top, _, below = package.partition("/")
    found = find_spec(top)
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(f"{top} is not installed")
    return Path(found.submodule_search_locations[0], below)
