"""What the database holds every proposal to, whoever writes it."""

from django.db import models
from django.db.models import Q

_STATES = ["submitted", "changes_requested", "approved", "returned", "withdrawn"]
_NOBODY = Q(decided_by__isnull=True, decided_at__isnull=True, rule__isnull=True)
_A_PERSON = Q(decided_by__isnull=False, decided_at__isnull=False, rule__isnull=True)
_A_RULE = Q(decided_by__isnull=True, decided_at__isnull=False, rule__isnull=False)

OF_A_CHANGE = (
    models.CheckConstraint(condition=Q(state__in=_STATES), name="listing_change_state_is_known"),
    models.CheckConstraint(
        condition=~Q(state__in=["returned", "changes_requested"]) | ~Q(reason=""),
        name="listing_change_sent_back_with_a_reason",
    ),
    models.CheckConstraint(
        condition=(Q(state="submitted") & _NOBODY)
        | (Q(state="withdrawn") & (_NOBODY | _A_PERSON))
        | (Q(state__in=["returned", "changes_requested"]) & _A_PERSON)
        | (Q(state="approved") & (_A_PERSON | _A_RULE)),
        name="listing_change_decided_by_a_person_or_a_rule",
    ),
    models.CheckConstraint(
        condition=Q(assigned_to__isnull=True, assigned_at__isnull=True)
        | Q(state="submitted", assigned_to__isnull=False, assigned_at__isnull=False),
        name="listing_change_assigned_only_while_it_waits",
    ),
    models.CheckConstraint(
        condition=Q(state="changes_requested", mend_by__isnull=False)
        | Q(state="withdrawn")
        | (~Q(state="changes_requested") & Q(mend_by__isnull=True)),
        name="listing_change_mended_by_a_day_when_asked",
    ),
    models.CheckConstraint(
        condition=Q(round=1, first__isnull=True) | Q(round__gte=2, first__isnull=False),
        name="listing_change_later_rounds_name_the_first",
    ),
    models.UniqueConstraint(
        fields=("listing",), condition=Q(state="submitted"), name="listing_change_one_waiting"
    ),
    models.UniqueConstraint(fields=("first", "round"), name="listing_change_one_per_round"),
)
