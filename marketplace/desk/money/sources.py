"""Whose file it is: the bank's of an account, a provider's, or a courier's."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from payments.channels import GATEWAYS
from payments.models import Courier

_COURIER = "courier:"


def choices() -> list[tuple[str, str]]:
    """The market's account, the providers that are on, the couriers; by what files keep of it."""
    account = str(settings.VIETQR_ACCOUNT)
    on = [(code, str(one.name)) for code, one in GATEWAYS.items() if one.is_on()]
    couriers = [(f"{_COURIER}{one.code}", one.name) for one in Courier.objects.all()]
    return [(account, _("Bank account %(number)s") % {"number": account}), *on, *couriers]


def is_settling(source: str) -> bool:
    """Whether its files say what somebody paid out to us, and not what moved on an account."""
    return source in GATEWAYS or source.startswith(_COURIER)


def courier(source: str) -> Courier | None:
    """The courier whose file it is."""
    if not source.startswith(_COURIER):
        return None
    return Courier.objects.get(code=source.removeprefix(_COURIER))


def name(source: str) -> str:
    """Who that is, for people; empty for the bank."""
    if found := courier(source):
        return found.name
    return str(GATEWAYS[source].name) if source in GATEWAYS else ""
