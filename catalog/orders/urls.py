"""Addresses of orders; the number and its token stand in letters and on receipts."""

from django.urls import path

from catalog.orders import cards, finding, phones, views

app_name = "orders"
urlpatterns = [
    path("o/", finding.find, name="find"),
    path("o/<slug:number>", views.detail, name="detail"),
    path("o/<slug:number>/receipt", views.receipt, name="receipt"),
    path("o/<slug:number>/pay", views.pay, name="pay"),
    path("o/<slug:number>/pay/status", views.status, name="status"),
    path("o/<slug:number>/pay/code.png", views.picture, name="picture"),
    path("o/<slug:number>/pay/ways", views.ways, name="ways"),
    path("o/<slug:number>/phone", phones.phone, name="phone"),
    path("o/<slug:number>/phone/again", phones.again, name="phone-again"),
    path("o/<slug:number>/pay/card", cards.card, name="card"),
    path("o/<slug:number>/pay/check", views.check, name="check"),
    path("o/<slug:number>/back/<str:key>", views.back, name="back"),
    path("o/<slug:number>/cancel", views.cancel, name="cancel"),
    path("account/orders/", views.mine, name="mine"),
]
