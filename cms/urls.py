"""Addresses of ours beside Wagtail's pages."""

from django.urls import path

from cms.live import views

urlpatterns = [path("live/session/<slug:token>/report/", views.report, name="live-report")]
