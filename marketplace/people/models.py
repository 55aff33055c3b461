"""Users. Alone in this app's first migration: Oscar's models point at them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from oscar.apps.customer.abstract_models import AbstractUser

from marketplace.people import fields


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail, by phone, or by both."""

    def create_user(
        self,
        email: str | None = None,
        password: str | None = None,
        *,
        phone: str | None = None,
        **facts: Any,
    ) -> User:
        """A new person who signs in with ``email`` or ``phone``; ``ValueError`` without either."""
        if not email and not phone:
            raise ValueError("A user needs an e-mail address or a phone number.")
        user = self.model(email=email, phone=phone, **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str | None = None, password: str | None = None, **facts: Any
    ) -> User:
        """A new person who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **facts)

    def get_by_natural_key(self, username: str | None) -> User:
        """The person who signs in with this e-mail or phone."""
        column = "email" if username and "@" in username else "phone"
        return self.get(**{column: username})


class User(AbstractUser):
    """Somebody who can sign in, with an e-mail address or a phone number."""

    email = fields.EmailField(_("email address"), unique=True, null=True, blank=True)
    phone = fields.PhoneField(_("phone number"), max_length=16, unique=True, null=True, blank=True)
    phone_verified_at = models.DateTimeField(null=True, blank=True, editable=False)
    language = models.CharField(
        _("language"),
        max_length=5,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        """An address belongs to one person in one spelling."""

        abstract = False
        permissions = (
            ("enter_desk", "Can enter the staff's pages"),
            ("see_statistics", "Can see sales figures"),
            ("help_buyers", "Can help buyers with their orders"),
            ("manage_money", "Can manage payments and settlements"),
            ("manage_staff", "Can give and take roles"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(is_active=False) | Q(email__isnull=False) | Q(phone__isnull=False),
                name="user_who_is_active_can_sign_in",
            ),
            models.CheckConstraint(
                condition=Q(email__isnull=True) | Q(email=Lower("email")),
                name="user_email_is_in_small_letters",
            ),
            models.CheckConstraint(
                condition=Q(phone__isnull=True) | Q(phone__regex=r"^\+[1-9][0-9]{7,14}$"),
                name="user_phone_is_e164",
            ),
        )

    def __str__(self) -> str:
        """The name people see."""
        return self.display_name

    @property
    def display_name(self) -> str:
        """The name the person gave, else the part of the login that tells least."""
        name = str(self.get_full_name()).strip()
        if name:
            return name
        if self.email:
            return self.email.partition("@")[0]
        return f"…{self.phone[-3:]}" if self.phone else str(_("former user"))

    def get_username(self) -> str:
        """What the person signs in with."""
        return self.email or self.phone or ""

    def clean(self) -> None:
        """Nothing to add: the columns spell addresses one way themselves."""

    def _migrate_alerts_to_user(self) -> None:
        """Oscar's alerts by e-mail are not used; without this every sign-in costs an UPDATE."""
