"""Invitations: somebody is asked to act for a cooperative and has not answered yet."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from catalog.cooperatives.models import Membership


class Invitation(models.Model):
    """An owner asks the holder of an e-mail address or phone number to join as a member."""

    class State(models.TextChoices):
        """What became of the invitation; ``MOVES`` says what may follow."""

        OPEN = "open"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    MOVES: ClassVar = {
        State.OPEN: {State.ACCEPTED, State.DECLINED, State.WITHDRAWN},
        State.ACCEPTED: set(),
        State.DECLINED: set(),
        State.WITHDRAWN: set(),
    }

    token = models.CharField(max_length=22, unique=True, editable=False)
    cooperative = models.ForeignKey(
        "catalog.Cooperative", models.CASCADE, related_name="invitations"
    )
    login = models.CharField(
        max_length=254, help_text="E-mail in small letters, or phone as E.164."
    )
    role = models.CharField(max_length=6, choices=Membership.Role)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "login"),
                condition=Q(state="open"),
                name="invitation_open_once_per_person",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["owner", "seller", "packer"]),
                name="invitation_role_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "accepted", "declined", "withdrawn"]),
                name="invitation_state_is_known",
            ),
        )
        indexes = (
            models.Index(fields=("login",), condition=Q(state="open"), name="invitation_open_to"),
        )

    def __str__(self) -> str:
        """Cooperative and role, never the address."""
        return f"{self.cooperative_id} {self.role}"

    def can_become(self, state: str) -> bool:
        """Whether the invitation may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]
