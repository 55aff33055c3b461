"""What follows when an editor publishes: versions are kept, terms become a rule, sessions planned.

The checkout asks the rule and never imports pages: it stands below them.
"""

from typing import Any

from django.conf import settings

from cms.live import sessions
from cms.pages import policies
from cms.pages.live import LivestreamPage
from cms.pages.policies import PolicyPage
from marketplace.people.models import User
from marketplace.records import rules


def keep_policy(sender: type[PolicyPage], instance: PolicyPage, **facts: Any) -> None:
    """Keep the version just published; that of the terms is the rule ``terms.version``."""
    policies.keep(instance)
    if instance.kind == PolicyPage.Kind.TERMS and instance.locale.language_code == "vi":
        rules.change(
            "terms.version",
            instance.version,
            valid_from=instance.effective_from,
            source=f"Policy page “{instance.title}”",
        )


def plan_session(sender: type[LivestreamPage], instance: LivestreamPage, **facts: Any) -> None:
    """Plan the session of a published page; its translations speak of the same session."""
    if instance.locale.language_code != settings.LANGUAGE_CODE:
        return
    user = facts.get("user")
    sessions.plan(
        instance.translation_key, planned(instance), by=user if isinstance(user, User) else None
    )


def planned(page: LivestreamPage) -> sessions.Plan:
    """What a page says of its session."""
    hosts = [(one.value["cooperative"], one.value["name"]) for one in page.hosts]
    items = [one.value for one in page.items if one.value["listing"] is not None]
    return sessions.Plan(
        title=page.title,
        start=page.planned_start,
        end=page.planned_end,
        hosts=[(seller.pk, name) for seller, name in hosts if seller is not None],
        items=[(one["listing"].pk, one["note"] or "", one["warning"] or "") for one in items],
    )
