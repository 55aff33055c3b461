"""The dashboard's pages of partners where Oscar's would change something on a GET."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from oscar.apps.dashboard.partners.views import (
    PartnerUserLinkView as OscarPartnerUserLinkView,
)


class PartnerUserLinkView(OscarPartnerUserLinkView):
    """Oscar's links a user to a seller and lets him into the dashboard, on a mere GET."""

    http_method_names = ("get", "post")

    def get(self, request: HttpRequest, user_pk: int, partner_pk: int) -> HttpResponse:
        """Change nothing."""
        return self.post(request, user_pk, partner_pk)

    def post(self, request: HttpRequest, user_pk: int, partner_pk: int) -> HttpResponse:
        """Refuse: who acts for a cooperative is a membership, kept in the workspace."""
        messages.error(request, _("Members are added in the cooperative's own pages."))
        return redirect("dashboard:partner-manage", pk=partner_pk)
