"""The rooms of the province's desk, wing by wing. A new room is a row here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marketplace.people.models import User


@dataclass(frozen=True, slots=True)
class Room:
    """A room: the ``tab`` its pages name, its address, and whose permission opens it."""

    tab: str
    address: str
    name: Promise
    permission: str


@dataclass(frozen=True, slots=True)
class Wing:
    """Rooms that belong together: a tab of the first row, its rooms are the second row."""

    name: Promise
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A wing as somebody sees it: the rooms open to them, and whether the page lies in it."""

    name: Promise
    rooms: tuple[Room, ...]
    is_here: bool

    @property
    def address(self) -> str:
        """The address of its first room."""
        return self.rooms[0].address


WINGS = (
    Wing(_("What waits"), (Room("home", "/desk/", _("What waits"), "people.enter_desk"),)),
    Wing(
        _("Review"),
        (
            Room("listings", "/desk/listings/", _("Listings"), "catalog.decide_listing"),
            Room(
                "cooperatives",
                "/desk/cooperatives/",
                _("Cooperatives"),
                "catalog.verify_cooperative",
            ),
            Room("papers", "/desk/papers/", _("Papers"), "catalog.verify_cooperative"),
            Room("pages", "/desk/pages/", _("Pages"), "cms.approve_page"),
            Room("live", "/desk/live/", _("Live sales"), "cms.oversee_live"),
        ),
    ),
    Wing(
        _("Complaints and orders"),
        (
            Room("reports", "/desk/reports/", _("Reports"), "catalog.answer_report"),
            Room("problems", "/desk/problems/", _("Reported goods"), "catalog.answer_report"),
            Room("scans", "/desk/scans/", _("Scanned labels"), "catalog.answer_report"),
            Room("takedowns", "/desk/takedowns/", _("Takedowns"), "catalog.order_takedown"),
            Room("held", "/desk/held/", _("Held lots"), "catalog.order_takedown"),
            Room("recalls", "/desk/recalls/", _("Recalls"), "traceability.call_back"),
            Room("unanswered", "/desk/unanswered/", _("Unanswered orders"), "people.help_buyers"),
            Room("talks", "/desk/messages/", _("Reported messages"), "people.help_buyers"),
            Room("letters", "/desk/letters/", _("Undelivered letters"), "people.help_buyers"),
        ),
    ),
    Wing(
        _("Money"),
        (
            Room("money", "/desk/money/", _("Money"), "people.manage_money"),
            Room("statements", "/desk/money/statements/", _("Statements"), "people.manage_money"),
            Room("payouts", "/desk/money/payouts/", _("Payouts"), "people.manage_money"),
            Room(
                "bankfiles", "/desk/money/bank-files/", _("Bank statements"), "people.manage_money"
            ),
            Room("channels", "/desk/money/channels/", _("Providers"), "people.manage_money"),
            Room("couriers", "/desk/money/couriers/", _("Couriers' cash"), "people.manage_money"),
            Room("tax", "/desk/money/tax/", _("Withheld tax"), "people.manage_money"),
        ),
    ),
    Wing(
        _("Figures"),
        (
            Room("figures", "/desk/figures/", _("Figures"), "people.see_statistics"),
            Room("kpi", "/desk/kpi/", _("Indicators"), "people.see_statistics"),
        ),
    ),
    Wing(
        _("Oversight"),
        (
            Room("audit", "/desk/audit/", _("Audit trail"), "records.view_auditentry"),
            Room("at", "/desk/at/", _("Shop at another day"), "people.enter_desk"),
            Room(
                "numbers",
                "/desk/numbers/",
                _("Numbers for labels"),
                "traceability.register_numbers",
            ),
            Room("log", "/desk/log/", _("Log of traces"), "traceability.keep_log"),
            Room("consents", "/desk/consents/", _("Help"), "catalog.verify_cooperative"),
        ),
    ),
)
ROOMS = tuple(room for wing in WINGS for room in wing.rooms)


def open_to(user: object) -> Iterator[Room]:
    """The rooms that open to somebody; the permissions are those of the permission table."""
    if isinstance(user, User):
        yield from (room for room in ROOMS if user.has_perm(room.permission))


def wings(user: object, tab: str) -> Iterator[Shown]:
    """The wings with a room that opens to somebody who stands in the room ``tab``."""
    opens = set(open_to(user))
    for wing in WINGS:
        rooms = tuple(room for room in wing.rooms if room in opens)
        if rooms:
            yield Shown(wing.name, rooms, any(room.tab == tab for room in rooms))
