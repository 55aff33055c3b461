"""The conversations' block on a person's account page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.messages import queries
from marketplace.people.models import User
from marketplace.people.sections import Section, section


@section("messages", order=30)
def messages(request: HttpRequest) -> Section | None:
    """Where the person's conversations are, and how many answers were not read."""
    if not isinstance(request.user, User):
        return None
    unread = queries.unread_of_buyer(request.user)
    words = ngettext("%(n)d answer not read yet", "%(n)d answers not read yet", unread)
    return Section(
        title=_("Messages"),
        url=reverse("messages:mine"),
        summary=words % {"n": unread} if unread else _("Questions to cooperatives"),
        icon="messages-square",
    )
