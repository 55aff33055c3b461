"""Addresses of reports about listings."""

from django.urls import path

from catalog.reports import views

urlpatterns = [
    path("report/<int:listing_id>/", views.report, name="report-listing"),
    path("report/r/<slug:token>/", views.status, name="report-status"),
]
