"""Addresses of conversations, the buyer's side; the token stands in letters."""

from django.urls import path

from catalog.messages import views

app_name = "messages"
urlpatterns = [
    path("p/<int:listing_id>/question", views.ask, name="ask"),
    path("o/<slug:number>/messages/<slug:part>", views.about_order, name="order"),
    path("messages/<slug:token>", views.talk, name="talk"),
    path("messages/<slug:token>/report", views.report, name="report"),
    path("account/messages/", views.mine, name="mine"),
]
