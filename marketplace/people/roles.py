"""The province's roles: Django groups with exactly the permissions written here."""

from __future__ import annotations

import logging
from contextvars import ContextVar

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from marketplace.people.models import User

log = logging.getLogger("market.roles")

# Not staff of the market: a commune's digital team, whose scope is ``catalog.members.TeamMember``.
COMMUNE_TEAM = "commune team"

# While the roles are brought to what is written here: nobody changed one by hand.
from_code: ContextVar[bool] = ContextVar("roles_from_code", default=False)

MODERATOR = "moderator"
ANALYST = "analyst"
ADMINISTRATOR = "administrator"
EDITOR = "editor"
SUPPORTER = "supporter"
AUDITOR = "auditor"

_MODERATING = {
    "people.enter_desk",
    "catalog.decide_listing",
    "catalog.verify_cooperative",
    "cms.approve_page",
    "cms.oversee_live",
    "catalog.answer_report",
    "catalog.order_takedown",
    "traceability.call_back",
}
_COUNTING = {"people.enter_desk", "people.see_statistics"}
_SUPPORTING = {"people.enter_desk", "people.help_buyers"}
_AUDITING = {"people.enter_desk", "records.view_auditentry"}
_WRITING = {
    "people.enter_desk",
    "wagtailadmin.access_admin",
    *("catalog.add_voucher", "catalog.change_voucher", "catalog.view_voucher"),
}
_FILES = (
    *("add_image", "change_image", "choose_image"),
    *("add_document", "change_document", "choose_document"),
)

PERMISSIONS: dict[str, frozenset[str]] = {
    MODERATOR: frozenset(_MODERATING),
    ANALYST: frozenset(_COUNTING),
    EDITOR: frozenset(_WRITING),
    SUPPORTER: frozenset(_SUPPORTING),
    AUDITOR: frozenset(_AUDITING),
    ADMINISTRATOR: frozenset(
        _MODERATING
        | _COUNTING
        | _SUPPORTING
        | _AUDITING
        | {"people.manage_money", "people.manage_staff"}
        | {"traceability.register_numbers", "traceability.keep_log"}
    ),
}


def is_staff(user: User) -> bool:
    """Whether a person works for the market: a role, or Django's own staff or superuser mark."""
    if user.is_staff or user.is_superuser:
        return True
    return bool(user.groups.filter(name__in=PERMISSIONS).exists())


@transaction.atomic
def give(user: User, role: str) -> None:
    """Let a person work in a role; a second time changes nothing."""
    user.groups.add(Group.objects.get(name=role))


@transaction.atomic
def take(user: User, role: str) -> None:
    """End a person's work in a role; a second time changes nothing."""
    user.groups.remove(Group.objects.get(name=role))


@transaction.atomic
def sync() -> None:
    """Make the groups and give each exactly its permissions. Safe to run at any time."""
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role, names in PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=role)
        missing = names - known.keys()
        if missing:
            log.warning("permissions unknown", extra={"role": role, "names": sorted(missing)})
        token = from_code.set(True)
        try:
            group.permissions.set([known[name] for name in sorted(names & known.keys())])
        finally:
            from_code.reset(token)
    Group.objects.get_or_create(name=COMMUNE_TEAM)
    _let_editors_write()


def _let_editors_write() -> None:
    """Give editors the pages, pictures and documents, which Wagtail keeps apart from the rest."""
    editors = Group.objects.get(name=EDITOR)
    wanted = Permission.objects.filter(content_type__app_label="wagtailcore").filter(
        codename__in=("add_page", "change_page", "publish_page")
    )
    for page in Page.objects.filter(depth=1):
        for permission in wanted:
            GroupPagePermission.objects.get_or_create(
                group=editors, page=page, permission=permission
            )
    files = Permission.objects.filter(codename__in=_FILES)
    for collection in Collection.objects.filter(depth=1):
        for permission in files.filter(content_type__app_label__startswith="wagtail"):
            GroupCollectionPermission.objects.get_or_create(
                group=editors, collection=collection, permission=permission
            )


def after_migrate(sender: AppConfig, **_facts: object) -> None:
    """Keep the roles as written, once the last app has made its permissions."""
    last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
    if sender == last:
        sync()
