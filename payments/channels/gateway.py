"""What providers with a page of their own have in common."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import urlsplit

from django.conf import settings

from payments.channels.base import ChannelError, ChannelOff
from payments.channels.calling import Caller


class Gateway:
    """Asked for a page after the order is committed; its money comes to the platform's account."""

    confirms_at_once = False
    needs_memo = True
    opens_apart = True
    pays_payees = False
    needed: ClassVar[tuple[str, ...]] = ()  # the settings without which it is off

    def __init__(self, caller: Caller | None = None) -> None:
        """Calls by ``caller``."""
        self._caller = caller or Caller()

    def is_on(self) -> bool:
        """Whether all its settings are there."""
        return all(getattr(settings, name, "") for name in self.needed)

    def _must_be_on(self) -> None:
        if not self.is_on():
            raise ChannelOff(f"{', '.join(self.needed)} are needed")


def page(address: object, interface: str) -> str:
    """A page's address that a buyer may be sent to: as safe as the provider's own interface.

    Raises ``ChannelError`` for anything else.
    """
    told = str(address or "")
    if urlsplit(told).scheme not in ("https", urlsplit(interface).scheme):
        raise ChannelError("the answer names no page", retry=True)
    return told
