"""Addresses printed on boxes: fixed for ever, without a language prefix."""

from __future__ import annotations

from django.urls import path, re_path

from catalog.traceability import views
from catalog.traceability.log import views as log

urlpatterns = [
    path("log/checkpoint", log.checkpoint, name="trace-log-checkpoint"),
    path("log/proof", log.proof, name="trace-log-proof"),
    path("log/consistency", log.consistency, name="trace-log-consistency"),
    path("log/entries", log.entries, name="trace-log-entries"),
    path("log/keys", log.all_keys, name="trace-log-keys"),
    path("log/witness", log.witness, name="trace-log-witness"),
    path("verify.py", log.verifier_py, name="trace-log-verifier-py"),
    path("verify.html", log.verifier_html, name="trace-log-verifier-html"),
    path("t/", views.find, name="trace-find"),
    re_path(r"^t/(?P<code>[^/]+)/?$", views.trace, name="trace"),
    re_path(r"^(?P<key>00|01|414|417|8004)/(?P<rest>.*)$", views.link, name="trace-digital-link"),
]
