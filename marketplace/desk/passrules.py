"""The rules that let a change pass without a person, and what they let pass."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.listings import proposals
from catalog.listings.models import ListingChange
from catalog.moderation import queries
from catalog.moderation.models import PassRule
from catalog.moderation.touching import Part
from marketplace.desk.listingforms import WhichPassed
from marketplace.desk.paging import paged
from marketplace.records import clock, workdays

_NOVEMBER = 11


@permission_required("catalog.decide_listing", raise_exception=True)
def rules(request: HttpRequest) -> HttpResponse:
    """Show every rule with its days, and the changes that passed, newest first."""
    asked = WhichPassed(request.GET)
    known = asked.cleaned_data if asked.is_valid() else {}
    rule_id, number = known.get("rule"), known.get("page") or 1
    changes, pages = paged(queries.passed(rule_id), request.GET, number)
    today = clock.local_day()
    context = {
        "tab": "listings",
        "rules": [_rule(rule, rule_id) for rule in queries.rules()],
        "passed": [_passed(change) for change in changes],
        "pages": pages,
        "chosen": rule_id,
        "here": reverse("desk-listings-rules"),
        "queue_url": reverse("desk-listings"),
        "holidays_missing": today.month >= _NOVEMBER and not workdays.is_known(today.year + 1),
        "next_year": today.year + 1,
        "edit_url": reverse("admin:catalog_passrule_changelist") if _edits(request) else "",
    }
    return render(request, "desk/rules.html", context)


def _edits(request: HttpRequest) -> bool:
    """Whether this person may write rules down."""
    user = request.user
    return bool(user.is_active and user.is_staff and user.has_perm("catalog.view_passrule"))


def _rule(rule: PassRule, chosen: int | None) -> dict[str, Any]:
    """A rule in words."""
    today = clock.local_day()
    is_over = rule.valid_to is not None and rule.valid_to <= today
    begins = rule.valid_from > today
    state = _("Ended") if is_over else _("Not yet in force") if begins else _("In force")
    return {
        "name": rule.name,
        "lets": ", ".join(str(Part(part).label) for part in rule.lets),
        "percent": rule.percent,
        "days": rule.days,
        "valid_from": rule.valid_from,
        "valid_to": rule.valid_to,
        "source": rule.source,
        "state": state,
        "level": "thin" if is_over or begins else "ok",
        "count": rule.let_pass,  # type: ignore[attr-defined]  # annotated
        "url": f"?rule={rule.pk}",
        "chosen": rule.pk == chosen,
    }


def _passed(change: ListingChange) -> dict[str, Any]:
    """A change that passed, as the list shows it."""
    assert change.rule is not None
    return {
        "title": proposals.read(change.proposed).title,
        "url": reverse("desk-change", args=[change.pk]),
        "cooperative": change.listing.cooperative.name,
        "what": ", ".join(str(Part(part).label) for part in change.touches),
        "rule": change.rule.name,
        "who": change.proposed_by.display_name,
        "at": change.decided_at,
    }
