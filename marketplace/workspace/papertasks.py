"""The papers' part of a cooperative's day: what ends soon."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cooperatives import expiring
from catalog.cooperatives.models import Membership
from marketplace.design import formats
from marketplace.records import clock
from marketplace.workspace import stalls
from marketplace.workspace.today import Task


def tasks(membership: Membership) -> list[Task]:
    """One task for the papers and certificates that end soon, with the first of them."""
    if membership.role not in stalls.SELLERS:
        return []
    found = expiring.soon(membership.cooperative)
    if not found:
        return []
    first = found[0]
    over = first.valid_to < clock.local_day()
    words = _("%(name)s ended on %(day)s") if over else _("%(name)s ends on %(day)s")
    note = words % {"name": first.name, "day": formats.day(first.valid_to)}
    title = ngettext("Paper to renew", "Papers to renew", len(found))
    return [Task(len(found), title, note, reverse("sell-cooperative"), urgent=over)]
