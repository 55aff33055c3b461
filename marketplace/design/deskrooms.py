"""The rooms of the province's desk, in the order of its tabs. A new room is a row here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marketplace.people.models import User


@dataclass(frozen=True, slots=True)
class Room:
    """A tab of the desk: the ``tab`` its pages name, its address, and whose permission opens it."""

    tab: str
    address: str
    name: Promise
    permission: str


ROOMS = (
    Room("home", "/desk/", _("What waits"), "people.enter_desk"),
    Room("listings", "/desk/listings/", _("Listings"), "catalog.decide_listing"),
    Room(
        "cooperatives",
        "/desk/cooperatives/",
        _("Cooperatives"),
        "catalog.verify_cooperative",
    ),
    Room("papers", "/desk/papers/", _("Papers"), "catalog.verify_cooperative"),
    Room("reports", "/desk/reports/", _("Reports"), "catalog.answer_report"),
    Room("takedowns", "/desk/takedowns/", _("Takedowns"), "catalog.order_takedown"),
    Room("unanswered", "/desk/unanswered/", _("Unanswered orders"), "people.help_buyers"),
    Room("talks", "/desk/messages/", _("Reported messages"), "people.help_buyers"),
    Room("letters", "/desk/letters/", _("Undelivered letters"), "people.help_buyers"),
    Room("pages", "/desk/pages/", _("Pages"), "cms.approve_page"),
    Room("live", "/desk/live/", _("Live sales"), "cms.oversee_live"),
    Room("consents", "/desk/consents/", _("Help"), "catalog.verify_cooperative"),
    Room("audit", "/desk/audit/", _("Audit trail"), "records.view_auditentry"),
    Room("figures", "/desk/figures/", _("Figures"), "people.see_statistics"),
    Room("kpi", "/desk/kpi/", _("Indicators"), "people.see_statistics"),
    Room("at", "/desk/at/", _("Shop at another day"), "people.enter_desk"),
)


def open_to(user: object) -> Iterator[Room]:
    """The rooms that open to somebody; the permissions are those of the permission table."""
    if isinstance(user, User):
        yield from (room for room in ROOMS if user.has_perm(room.permission))
