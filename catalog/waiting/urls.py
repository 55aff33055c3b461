"""Addresses of the waiting list; the token stands in the letter."""

from django.urls import path

from catalog.waiting import views

app_name = "waiting"
urlpatterns = [
    path("p/<int:listing_id>/wait", views.ask, name="ask"),
    path("wait/<slug:token>", views.entry, name="entry"),
]
