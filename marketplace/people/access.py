"""The second factor: who needs one, and whether it was used in this session."""

from __future__ import annotations

from enum import Enum

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from marketplace.people.models import User

# A recovery code gets a person in who lost the phone; it is one use of the factor like the others.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class Factor(Enum):
    """What stands between a person and the rooms of the staff."""

    USED = "used"
    TO_VERIFY = "to_verify"
    TO_ENROL = "to_enrol"


def factor(request: HttpRequest, user: User) -> Factor:
    """Whether the second factor was used in this session, is to be asked, or must be set up.

    A session in which it was used still needs it enrolled: who takes it off starts again.
    """
    if not Authenticator.objects.filter(user=user, type__in=FACTORS).exists():
        return Factor.TO_ENROL
    used = any(r.get("method") == "mfa" for r in get_authentication_records(request, user))
    return Factor.USED if used else Factor.TO_VERIFY


def note_enrolment(request: HttpRequest, user: User, authenticator: Authenticator) -> None:
    """Enrolling proves possession: the person need not show the new factor again at once."""
    if authenticator.type in FACTORS:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
