"""The addresses of the sandbox's bank."""

from django.urls import path

from payments.sandbox import views

urlpatterns = [
    path("", views.home, name="home"),
    path("transfer", views.transfer, name="transfer"),
    path("sent/<int:number>", views.sent, name="sent"),
    path("sandbox.css", views.style, name="style"),
    path("favicon.ico", views.icon, name="icon"),
    path("healthz", views.alive, name="alive"),
]
