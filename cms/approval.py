"""Promotions and live sales go public after the province's department has approved them.

Editors write and send in; Wagtail's workflow waits with the task *Sở Công Thương duyệt*, which the
department decides on its desk. Who may write may not publish these pages.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import (
    GroupApprovalTask,
    Page,
    PagePermissionTester,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from marketplace.people import roles
from marketplace.people.models import User
from marketplace.records import audit

TASK = "Sở Công Thương duyệt"
APPROVE = "cms.approve_page"


class AlreadyDecided(Exception):
    """Somebody decided, or the editor took the page back."""


class OwnPage(Exception):
    """Who sent the page in does not decide on it."""


class DepartmentTester(PagePermissionTester):
    """Publishing asks for the department's permission, not for the editor's."""

    def can_publish(self) -> bool:
        """Whether the person decides for the department."""
        return bool(self.user.is_active and self.user.has_perm(APPROVE))

    def can_publish_subpage(self) -> bool:
        """The same for a page that is made and published at once."""
        return self.can_publish()


class Approved(Page):
    """A page that the department approves, or the list above such pages."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: User) -> DepartmentTester:
        """What somebody may do with the page."""
        return DepartmentTester(user, self)


@transaction.atomic
def install(pages: list[Page]) -> Workflow:
    """Make the workflow and let these pages and those below wait for it. Safe to run again."""
    task = GroupApprovalTask.objects.filter(name=TASK).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=TASK)
    for role in (roles.MODERATOR, roles.ADMINISTRATOR):
        task.groups.add(Group.objects.get_or_create(name=role)[0])
    workflow, _new = Workflow.objects.get_or_create(name=TASK)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    for page in pages:
        WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": workflow})
    return workflow


def waiting() -> QuerySet[TaskState]:
    """Pages that wait for the department, the oldest first."""
    found: QuerySet[TaskState] = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, task__name=TASK, workflow_state__isnull=False
    )
    known = found.select_related("workflow_state__requested_by", "revision")
    return known.order_by("started_at", "pk")


def page_of(state: TaskState) -> Any:
    """The page as it was sent in."""
    return state.revision.as_object()


@transaction.atomic
def decide(state_id: int, *, approve: bool, reason: str, by: User) -> TaskState:
    """Publish a page that was sent in, or give it back with the reason.

    Raises ``AlreadyDecided``, or ``OwnPage`` for who sent it in; nothing changes then.
    """
    state = TaskState.objects.select_for_update().filter(pk=state_id, task__name=TASK).first()
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        raise AlreadyDecided
    if state.workflow_state.requested_by_id == by.pk:
        raise OwnPage
    page = page_of(state)
    if approve:
        state.approve(user=by, comment=reason)
    else:
        state.reject(user=by, comment=reason)
    what = "page.approved" if approve else "page.returned"
    audit.record(by, page, what, after={"reason": reason})
    return state
