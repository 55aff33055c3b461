"""Makes an account outside the sign-up page: by a command, a seed, or an invitation."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from marketplace.people.models import User


@transaction.atomic
def join(
    *,
    email: str | None = None,
    phone: str | None = None,
    password: str | None = None,
    name: str = "",
    language: str = "vi",
    verified: bool = False,
) -> User:
    """A new person; ``verified`` when somebody has made sure that the addresses are theirs."""
    user = User.objects.create_user(
        email,
        password,
        phone=phone,
        first_name=name,
        language=language,
        phone_verified_at=timezone.now() if verified and phone else None,
    )
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=verified, primary=True)
    return user
