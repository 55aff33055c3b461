"""Addresses of orders; the number and its token stand in letters and on receipts."""

from django.urls import path

from catalog.orders import views

app_name = "orders"
urlpatterns = [
    path("o/<str:number>", views.detail, name="detail"),
    path("o/<str:number>/receipt", views.receipt, name="receipt"),
    path("o/<str:number>/pay", views.pay, name="pay"),
    path("o/<str:number>/pay/status", views.status, name="status"),
    path("o/<str:number>/pay/code.png", views.picture, name="picture"),
    path("o/<str:number>/pay/ways", views.ways, name="ways"),
    path("o/<str:number>/cancel", views.cancel, name="cancel"),
    path("account/orders/", views.mine, name="mine"),
]
