"""Addresses of cooperatives; they are printed on posters and never move."""

from django.urls import path

from catalog.cooperatives import views

urlpatterns = [
    path("htx/<slug:slug>", views.cooperative, name="cooperative"),
    path("htx/<slug:slug>/poster", views.poster, name="cooperative-poster"),
]
