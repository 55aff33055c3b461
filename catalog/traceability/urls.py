"""Addresses printed on boxes: fixed for ever, without a language prefix."""

from __future__ import annotations

from django.urls import path, re_path

from catalog.traceability import views
from catalog.traceability.epcis import views as epcis

urlpatterns = [
    path("epcis/v2/capture", epcis.capture, name="epcis-capture"),
    path("epcis/v2/capture/<uuid:key>", epcis.job, name="epcis-capture-job"),
    path("epcis/v2/events", epcis.events, name="epcis-events"),
    re_path(r"^epcis/v2/events/(?P<event_id>.+)$", epcis.event, name="epcis-event"),
    re_path(r"^epcis/v2/epcs/(?P<epc>.+)/events$", epcis.events, name="epcis-epc-events"),
    re_path("^epcis/", epcis.nothing, name="epcis-nothing"),
    path("t/", views.find, name="trace-find"),
    re_path(r"^t/(?P<code>[^/]+)/?$", views.trace, name="trace"),
    re_path(r"^(?P<key>00|01|414|417|8004)/(?P<rest>.*)$", views.link, name="trace-digital-link"),
]
