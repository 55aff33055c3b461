"""The desk's first page: what waits for this person, with age and deadline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.cooperatives import queries as cooperatives
from catalog.listings import queries as listings
from cms import approval
from cms.live import queries as sessions
from marketplace.design import deskrooms
from marketplace.desk import cooperatives as cooperative_pages
from marketplace.desk import (
    deadletters,
    held,
    papers,
    problems,
    recalls,
    reports,
    scans,
    takedowns,
    unanswered,
)
from marketplace.desk import live as live_desk
from marketplace.desk import pages as page_desk
from marketplace.desk import queue as listing_pages
from marketplace.desk.money import section as money
from marketplace.people.models import User
from marketplace.records import clock

SHOWN = 5

Section = dict[str, Any]
Source = Callable[[User], Section | None]


@permission_required("people.enter_desk", raise_exception=True)
def home(request: HttpRequest) -> HttpResponse:
    """Show every queue this person may work on, the most urgent rows of each."""
    assert isinstance(request.user, User)
    sections = [found for source in SOURCES if (found := source(request.user)) is not None]
    overdue = sum(section["overdue"] for section in sections)
    context = {
        "tab": "home",
        "day": clock.local_day(),
        "sections": sections,
        "waiting": sum(section["waiting"] for section in sections),
        "overdue": overdue,
        "rooms": [room for room in deskrooms.open_to(request.user) if room.tab != "home"],
    }
    return render(request, "desk/home.html", context)


def _listings(user: User) -> Section | None:
    """Proposals for listings."""
    if not user.has_perm("catalog.decide_listing"):
        return None
    waiting = listings.waiting()
    rows = [
        listing_pages.row(change, user) for change in waiting.select_related("assigned_to")[:SHOWN]
    ]
    return {
        "name": _("Listings"),
        "rows": [
            {
                "title": one["title"],
                "note": f"{one['cooperative']}, {one['commune']} · {one['what']}",
                "url": one["url"],
                "waited": one["waited"],
                "due_words": one["due_words"],
                "due_level": one["due_level"],
            }
            for one in rows
        ],
        "url": reverse("desk-listings"),
        "waiting": waiting.count(),
        "overdue": listings.overdue().count(),
        "nothing": _("Every listing has its answer."),
    }


def _cooperatives(user: User) -> Section | None:
    """Applications of cooperatives."""
    if not user.has_perm("catalog.verify_cooperative"):
        return None
    waiting = cooperatives.waiting()
    rows = [cooperative_pages.row(one) for one in waiting[:SHOWN]]
    return {
        "name": _("Cooperatives"),
        "rows": [
            {
                "title": one["name"],
                "note": f"{one['commune']} · {one['legal_form']}",
                "url": one["url"],
                "waited": one["waited"],
                "due_words": one["due_words"],
                "due_level": one["due_level"],
            }
            for one in rows
        ],
        "url": reverse("desk-cooperatives"),
        "waiting": waiting.count(),
        "overdue": waiting.filter(due_at__lt=clock.now()).count(),
        "nothing": _("Every application has its answer."),
    }


def _pages(user: User) -> Section | None:
    """Promotions and live sales that editors sent in."""
    if not user.has_perm(approval.APPROVE):
        return None
    waiting = approval.waiting()
    return {
        "name": _("Pages"),
        "rows": [
            {
                "title": one["title"],
                "note": f"{one['kind']}, {one['language']}",
                "url": reverse("desk-page", args=[one["pk"]]),
                "waited": "",
                "due_words": "",
                "due_level": "",
            }
            for one in map(page_desk.row, waiting[:SHOWN])
        ],
        "url": reverse("desk-pages"),
        "waiting": waiting.count(),
        "overdue": 0,
        "nothing": _("Every page has its answer."),
    }


def _complaints(user: User) -> Section | None:
    """Complaints about live sales."""
    if not user.has_perm(live_desk.OVERSEE):
        return None
    waiting = sessions.open_reports()
    return {
        "name": _("Live sales"),
        "rows": [
            {
                "title": one.get_kind_display(),
                "note": one.session.title,
                "url": reverse("desk-live-report", args=[one.pk]),
                "waited": "",
                "due_words": live_desk.due(one)[0],
                "due_level": live_desk.due(one)[1],
            }
            for one in waiting[:SHOWN]
        ],
        "url": reverse("desk-lives"),
        "waiting": waiting.count(),
        "overdue": waiting.filter(due_at__lt=clock.now()).count(),
        "nothing": _("Every complaint has its answer."),
    }


# Other rooms of the desk add their own queue.
SOURCES: list[Source] = [
    recalls.section,
    *(_listings, _cooperatives, reports.section, papers.section, papers.ending),
    *(problems.section, scans.section, held.section),
    *(takedowns.section, unanswered.section, _pages, _complaints, money.section),
    deadletters.section,
]
