"""Addresses printed on boxes: fixed for ever, without a language prefix."""

from __future__ import annotations

from django.urls import path, re_path

from catalog.traceability import views
from catalog.traceability.scans import views as problems

urlpatterns = [
    path("t/", views.find, name="trace-find"),
    re_path(r"^t/(?P<code>[^/]+)/?$", views.trace, name="trace"),
    re_path(r"^t/(?P<code>[^/]+)/report/?$", problems.report, name="trace-report"),
    re_path(r"^(?P<key>00|01|414|417|8004)/(?P<rest>.*)$", views.link, name="trace-digital-link"),
]
