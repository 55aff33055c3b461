"""Addresses printed on boxes: fixed for ever, without a language prefix."""

from __future__ import annotations

from django.urls import path, re_path, register_converter

from catalog.traceability import keeping, views
from catalog.traceability.codes.identifiers import QUALIFIERS
from catalog.traceability.epcis import views as epcis
from catalog.traceability.log import tokens
from catalog.traceability.log import views as log
from catalog.traceability.recalls import views as recalls
from catalog.traceability.resolver import views as resolver
from catalog.traceability.resolver.converters import CompressedConverter
from catalog.traceability.scans import views as problems
from catalog.traceability.scratching import views as scratching

register_converter(CompressedConverter, "compressed")

urlpatterns = [
    path("epcis/v2/capture", epcis.capture, name="epcis-capture"),
    path("epcis/v2/capture/<uuid:key>", epcis.job, name="epcis-capture-job"),
    path("epcis/v2/events", epcis.events, name="epcis-events"),
    re_path(r"^epcis/v2/events/(?P<event_id>.+)$", epcis.event, name="epcis-event"),
    re_path(r"^epcis/v2/epcs/(?P<epc>.+)/events$", epcis.events, name="epcis-epc-events"),
    re_path("^epcis/", epcis.nothing, name="epcis-nothing"),
    path("log/checkpoint", log.checkpoint, name="trace-log-checkpoint"),
    path("log/proof", log.proof, name="trace-log-proof"),
    path("log/consistency", log.consistency, name="trace-log-consistency"),
    path("log/entries", log.entries, name="trace-log-entries"),
    path("log/keys", log.all_keys, name="trace-log-keys"),
    path("log/tokens", tokens.listed, name="trace-log-tokens"),
    path("log/tokens/<int:size>.tsr", tokens.token, name="trace-log-token"),
    path("log/tokens/<int:size>.txt", tokens.note, name="trace-log-token-note"),
    path("log/witness", log.witness, name="trace-log-witness"),
    path("verify.py", log.verifier_py, name="trace-log-verifier-py"),
    path("verify.html", log.verifier_html, name="trace-log-verifier-html"),
    path("t/", views.find, name="trace-find"),
    path("t/worker.js", keeping.worker, name="trace-worker"),
    re_path(r"^t/gtin/(?P<gtin>[0-9]{14})/?$", views.item, name="trace-item"),
    re_path(r"^t/gln/(?P<gln>[0-9]{13})/?$", views.party, name="trace-party"),
    re_path(r"^t/(?P<code>[^/]+)/?$", views.trace, name="trace"),
    re_path(r"^t/(?P<code>[^/]+)/proof\.json$", log.proof_of, name="trace-proof"),
    re_path(r"^t/(?P<code>[^/]+)/report/?$", problems.report, name="trace-report"),
    re_path(r"^t/(?P<code>[^/]+)/scratch/?$", scratching.scratch, name="trace-scratch"),
    path("recalls/", recalls.listed, name="recalls"),
    path("recalls/feed.atom", recalls.atom, name="recalls-atom"),
    path("recalls/feed.json", recalls.json_feed, name="recalls-json"),
    path("recalls/<slug:number>/", recalls.one, name="recall"),
    path(".well-known/gs1resolver", resolver.description, name="trace-resolver"),
    re_path(
        rf"^(?P<key>{'|'.join(QUALIFIERS)})/(?P<rest>.*)$",
        resolver.digital_link,
        name="trace-digital-link",
    ),
    path("<compressed:word>", resolver.compressed_link, name="trace-compressed"),
    path("<compressed:word>/", resolver.compressed_link, name="trace-compressed-slash"),
]
