"""Addresses about places."""

from django.urls import path

from catalog.communes import views

urlpatterns = [path("places/communes", views.communes, name="places-communes")]
