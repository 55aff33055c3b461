"""Fixed addresses, registered with the providers: they never move and carry no language."""

from django.urls import path

from payments.views import hear

app_name = "payments"
urlpatterns = [
    path("payments/bank/sepay", hear, {"provider": "sepay"}, name="sepay"),
]
