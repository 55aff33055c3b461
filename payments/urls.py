"""Fixed addresses, registered with the providers: they never move and carry no language."""

from django.urls import path

from payments.views import hear, hear_query

app_name = "payments"
urlpatterns = [
    path("payments/bank/sepay", hear, {"provider": "sepay"}, name="sepay"),
    path("payments/bank/casso", hear, {"provider": "casso"}, name="casso"),
    path("payments/bank/payos", hear, {"provider": "payos"}, name="payos"),
    path("payments/vnpay/ipn", hear_query, {"provider": "vnpay"}, name="vnpay"),
    path("payments/momo/ipn", hear, {"provider": "momo"}, name="momo"),
    path("payments/zalopay/callback", hear, {"provider": "zalopay"}, name="zalopay"),
    path("payments/stripe/webhook", hear, {"provider": "card"}, name="stripe"),
]
