"""The addresses of the sandbox: its bank, and the gateways under their own paths."""

from django.urls import path

from payments.sandbox import courier, gateways, momo, stripe, views, vnpay, zalopay

urlpatterns = [
    path("", views.home, name="home"),
    path("begin-anew", views.begin_anew, name="begin-anew"),
    path("transfer", views.transfer, name="transfer"),
    path("sent/<int:number>", views.sent, name="sent"),
    path("statement.csv", views.statement, name="statement"),
    path("courier", courier.home, name="courier"),
    path("courier/remit", courier.remit, name="courier-remit"),
    path("courier/remittance.csv", courier.file, name="courier-file"),
    path("faults", gateways.switches, name="faults"),
    path("dice", gateways.throw, name="dice"),
    path("pay/<str:key>", gateways.pay, name="pay"),
    path("vnpay/paymentv2/vpcpay.html", gateways.vnpay_page, name="vnpay"),
    path("vnpay/merchant_webapi/api/transaction", vnpay.api, name="vnpay-api"),
    path("momo/v2/gateway/api/create", momo.create, name="momo-create"),
    path("momo/v2/gateway/api/refund", momo.refund, name="momo-refund"),
    path("momo/v2/gateway/api/confirm", momo.confirm, name="momo-confirm"),
    path("momo/v2/gateway/api/query", momo.query, name="momo-query"),
    path("zalopay/v2/create", zalopay.create, name="zalopay-create"),
    path("zalopay/v2/refund", zalopay.refund, name="zalopay-refund"),
    path("zalopay/v2/query_refund", zalopay.query_refund, name="zalopay-query-refund"),
    path("zalopay/v2/query", zalopay.query, name="zalopay-query"),
    path("stripe/v1/payment_intents", stripe.create, name="stripe-create"),
    path("stripe/v1/payment_intents/<str:number>", stripe.retrieve, name="stripe-retrieve"),
    path("stripe/v1/refunds", stripe.refunds, name="stripe-refunds"),
    path("stripe/js/", stripe.script, name="stripe-script"),
    path("stripe/frame", stripe.frame, name="stripe-frame"),
    path("stripe/frame.js", stripe.frame_script, name="stripe-frame-script"),
    path("stripe/confirm", stripe.confirm, name="stripe-confirm"),
    path("stripe/confirm/<str:key>", stripe.three_d_secure, name="stripe-3ds"),
    path("stripe/dispute/<str:key>", stripe.dispute, name="stripe-dispute"),
    path("sandbox.css", views.style, name="style"),
    path("favicon.ico", views.icon, name="icon"),
    path("healthz", views.alive, name="alive"),
]
