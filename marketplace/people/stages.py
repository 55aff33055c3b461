"""Steps between a right password and being signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account import stages
from django.http import HttpResponse

from marketplace.people.models import User

if TYPE_CHECKING:
    from typing import Any


class EmailVerificationStage(stages.EmailVerificationStage):
    """Asks for a verified e-mail address, unless the person's phone is verified instead."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Pass whoever has shown a phone; ask everybody else."""
        user: Any = self.login.user
        if isinstance(user, User) and user.phone_verified_at:
            return None, True
        answer: tuple[HttpResponse | None, bool] = super().handle()
        return answer
