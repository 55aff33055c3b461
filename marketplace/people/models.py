"""Users."""

from oscar.apps.customer.abstract_models import AbstractUser


class User(AbstractUser):
    """Somebody who can sign in."""
