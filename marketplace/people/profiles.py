"""Changes a person makes about themselves."""

from __future__ import annotations

from django.db import transaction

from marketplace.people.models import User
from marketplace.people.signals import account_changed


@transaction.atomic
def change(user_id: int, *, first_name: str, language: str) -> User:
    """Write a person's new name and language down, with what they were before."""
    user = User.objects.select_for_update().get(pk=user_id)
    before = {"first_name": user.first_name, "language": user.language}
    after = {"first_name": first_name, "language": language}
    if before != after:
        user.first_name, user.language = first_name, language
        user.save(update_fields=["first_name", "language"])
        account_changed.send(
            User,
            user=user,
            by=user,
            what="account.profile_changed",
            before=before,
            after=after,
        )
    return user
