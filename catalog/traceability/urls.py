"""Addresses printed on boxes: fixed for ever, without a language prefix."""

from __future__ import annotations

from django.urls import path, re_path

from catalog.traceability import views
from catalog.traceability.recalls import views as recalls

urlpatterns = [
    path("t/", views.find, name="trace-find"),
    re_path(r"^t/(?P<code>[^/]+)/?$", views.trace, name="trace"),
    path("recalls/", recalls.listed, name="recalls"),
    path("recalls/feed.atom", recalls.atom, name="recalls-atom"),
    path("recalls/feed.json", recalls.json_feed, name="recalls-json"),
    path("recalls/<slug:number>/", recalls.one, name="recall"),
    re_path(r"^(?P<key>00|01|414|417|8004)/(?P<rest>.*)$", views.link, name="trace-digital-link"),
]
