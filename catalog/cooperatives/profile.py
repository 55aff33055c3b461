"""What a cooperative changes of itself at once: how to reach it, its story, its account."""

from __future__ import annotations

from django.db import transaction

from catalog.cooperatives.applying import Account, open_account
from catalog.cooperatives.models import BankAccount, Cooperative
from marketplace.people.models import User
from marketplace.records import audit

_FIELDS = ("street", "phone", "email", "story")


@transaction.atomic
def change(
    cooperative_id: int, *, street: str, phone: str, email: str, story: str, by: User
) -> Cooperative:
    """Keep a new street, phone, e-mail and story; the rest is the province's to check."""
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    before = {name: getattr(cooperative, name) for name in _FIELDS}
    after = {"street": street, "phone": phone, "email": email, "story": story}
    if before == after:
        return cooperative
    for name, value in after.items():
        setattr(cooperative, name, value)
    cooperative.save(update_fields=_FIELDS)
    audit.record(by, cooperative, "cooperative.profile", before=before, after=after)
    return cooperative


@transaction.atomic
def change_account(cooperative_id: int, account: Account, *, by: User) -> BankAccount:
    """Have the next settlements paid to another account; the old one keeps its dates."""
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    return open_account(cooperative, account, by=by)
