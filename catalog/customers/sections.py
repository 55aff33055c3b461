"""The block about being remembered on a person's account page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.customers import queries
from marketplace.people.models import User
from marketplace.people.sections import Section, section


@section("customers", order=40)
def remembered(request: HttpRequest) -> Section | None:
    """Where to see and take back what was agreed to; nothing for whom nobody remembers."""
    if not isinstance(request.user, User) or not queries.of_person(request.user).exists():
        return None
    return Section(
        title=_("Cooperatives that remember me"),
        url=reverse("customers:mine"),
        summary=_("What you agreed to, and taking it back"),
        icon="heart-handshake",
    )
