"""Invitations, and the help of a commune's team: who may act for a cooperative, and since when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

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


class TeamMember(models.Model):
    """Somebody of a commune's digital team. Rows are ended, never deleted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="teams")
    commune = models.ForeignKey("communes.Commune", models.PROTECT, related_name="+")
    appointed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    appointed_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("user", "commune"),
                condition=Q(ended_at__isnull=True),
                name="team_member_once_per_commune",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("appointed_at")),
                name="team_member_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        """Person and commune."""
        return f"{self.user_id} of {self.commune_id}"


class Consent(models.Model):
    """A cooperative lets somebody of its commune's team act for it, in some things, for a time.

    The database lets nobody delete a row or change it otherwise than ending it once. Bank account,
    members and consents themselves are in none of the things that can be allowed.
    """

    cooperative = models.ForeignKey("catalog.Cooperative", models.PROTECT, related_name="consents")
    helper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="consents")
    listings = models.BooleanField(default=False)
    stock = models.BooleanField(default=False)
    orders = models.BooleanField(default=False)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "helper"),
                condition=Q(ended_at__isnull=True),
                name="consent_one_open_per_person_and_cooperative",
            ),
            models.CheckConstraint(
                condition=Q(listings=True) | Q(stock=True) | Q(orders=True),
                name="consent_allows_something",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("given_at")), name="consent_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("given_at")),
                name="consent_is_not_ended_before_it_begins",
            ),
        )
        indexes = (
            models.Index(
                fields=("helper",), condition=Q(ended_at__isnull=True), name="consent_open_to"
            ),
        )

    def __str__(self) -> str:
        """Person and cooperative."""
        return f"{self.helper_id} for {self.cooperative_id}"

    def allows(self, what: str) -> bool:
        """Whether it covers ``what``: listings, stock or orders; nothing else, ever."""
        return what in ("listings", "stock", "orders") and bool(getattr(self, what))
