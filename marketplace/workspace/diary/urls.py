"""Addresses of the diary, and of the worker that opens it without a network, below /sell/."""

from django.urls import path

from marketplace.workspace.diary import pages, worker

urlpatterns = [
    path("field-worker.js", worker.worker, name="sell-worker"),
    path("diary/", pages.diary, name="sell-diary"),
    path("diary/new/", pages.new, name="sell-diary-new"),
    path("diary/<int:entry_id>/correct/", pages.correct, name="sell-diary-correct"),
    path("diary/<int:entry_id>/photo/", pages.photo, name="sell-diary-photo"),
]
