"""The dashboard's pages of orders, for reading: our verbs alone change orders."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from oscar.apps.dashboard.orders.views import OrderDetailView as OscarOrderDetailView
from oscar.apps.dashboard.orders.views import OrderListView as OscarOrderListView


class OrderDetailView(OscarOrderDetailView):
    """Oscar's order page for reading; it knows nothing of parts, payments and held stock."""

    def post(self, request: HttpRequest, *args: object, **kwargs: str) -> HttpResponse:
        """Refuse every change."""
        messages.error(request, _("Orders are changed in the cooperatives' and the staff's pages."))
        return redirect("dashboard:order-detail", number=kwargs["number"])


class OrderListView(OscarOrderListView):
    """Oscar's order list without its bulk change of states."""

    actions = ("download_selected_orders",)
