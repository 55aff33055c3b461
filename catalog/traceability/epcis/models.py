"""Events as EPCIS 2.0 has them: what the market published and what others captured. Never edited.

``event_id`` is the CBV 2.0 hash of the event. An error declaration repeats an event and so bears
the same hash: each hash is there once as an event, and once more at most as its declaration.
"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from catalog.traceability.lots.models import Event
from catalog.traceability.parties.models import Party
from marketplace.records import clock

HASH = r"^ni:///sha-256;[0-9a-f]{64}\?ver=CBV2\.0$"


class Capture(models.Model):
    """One document somebody sent, and what became of it. The same document again is this one."""

    class Behaviour(models.TextChoices):
        """What happens to the good events of a document in which others are wrong."""

        ROLLBACK = "rollback"
        PROCEED = "proceed"

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    party = models.ForeignKey(Party, models.PROTECT, related_name="captures")
    digest = models.CharField(max_length=64)
    behaviour = models.CharField(max_length=10, choices=Behaviour, default=Behaviour.ROLLBACK)
    created_at = models.DateTimeField(default=clock.now)
    success = models.BooleanField()
    errors = models.JSONField(default=list)
    event_ids = models.JSONField(default=list, help_text="In the order they were sent.")

    class Meta:
        """A document is taken once; what was refused in part may be sent again."""

        constraints = (
            models.UniqueConstraint(
                fields=("party", "digest", "behaviour"),
                condition=Q(success=True),
                name="capture_takes_a_document_once",
            ),
            models.CheckConstraint(
                condition=Q(behaviour__in=("rollback", "proceed")),
                name="capture_behaviour_known",
            ),
            models.CheckConstraint(
                condition=Q(success=True, errors=[]) | (Q(success=False) & ~Q(errors=[])),
                name="capture_succeeded_or_says_why_not",
            ),
        )

    def __str__(self) -> str:
        """Its key."""
        return str(self.key)


class EpcisEvent(models.Model):
    """One event: the JSON as published, its hash, and the facts questions are asked by.

    ``source`` is what people wrote, when the market made the event; ``capture`` is the document
    it came with, when somebody sent it.
    """

    class Type(models.TextChoices):
        """The five kinds of EPCIS 2.0."""

        OBJECT = "ObjectEvent"
        AGGREGATION = "AggregationEvent"
        TRANSACTION = "TransactionEvent"
        TRANSFORMATION = "TransformationEvent"
        ASSOCIATION = "AssociationEvent"

    event_id = models.CharField(max_length=100, db_collation="C")
    given_id = models.CharField(max_length=300, blank=True, db_collation="C")
    party = models.ForeignKey(Party, models.PROTECT, related_name="epcis_events")
    source = models.OneToOneField(
        Event, models.PROTECT, null=True, blank=True, related_name="epcis_event"
    )
    capture = models.ForeignKey(
        Capture, models.PROTECT, null=True, blank=True, related_name="events"
    )
    type = models.CharField(max_length=20, choices=Type)
    action = models.CharField(max_length=10, blank=True)
    biz_step = models.CharField(max_length=300, blank=True, db_collation="C")
    disposition = models.CharField(max_length=300, blank=True, db_collation="C")
    read_point = models.CharField(max_length=300, blank=True, db_collation="C")
    biz_location = models.CharField(max_length=300, blank=True, db_collation="C")
    event_time = models.DateTimeField()
    recorded_at = models.DateTimeField(default=clock.now)
    declared_at = models.DateTimeField(null=True, blank=True)
    declared_reason = models.CharField(max_length=300, blank=True)
    context = models.JSONField()
    document = models.JSONField()

    class Meta:
        """What is true of every event."""

        constraints = (
            models.UniqueConstraint(
                fields=("event_id",),
                condition=Q(declared_at__isnull=True),
                name="epcis_event_is_there_once",
            ),
            models.UniqueConstraint(
                fields=("event_id",),
                condition=Q(declared_at__isnull=False),
                name="epcis_event_is_declared_wrong_once",
            ),
            models.UniqueConstraint(
                fields=("given_id",),
                condition=~Q(given_id="") & Q(declared_at__isnull=True),
                name="epcis_given_id_belongs_to_one_event",
            ),
            models.CheckConstraint(
                condition=Q(event_id__regex=HASH), name="epcis_event_id_is_a_hash"
            ),
            models.CheckConstraint(
                condition=Q(source__isnull=True) ^ Q(capture__isnull=True),
                name="epcis_event_was_published_or_captured",
            ),
            models.CheckConstraint(
                condition=Q(source__isnull=True) | Q(declared_at__isnull=True),
                name="epcis_published_event_declares_no_error",
            ),
            models.CheckConstraint(
                condition=(Q(type="TransformationEvent", action=""))
                | (~Q(type="TransformationEvent") & Q(action__in=("ADD", "OBSERVE", "DELETE"))),
                name="epcis_event_has_an_action_unless_it_transforms",
            ),
            models.CheckConstraint(
                condition=Q(
                    type__in=(
                        "ObjectEvent",
                        "AggregationEvent",
                        "TransactionEvent",
                        "TransformationEvent",
                        "AssociationEvent",
                    )
                ),
                name="epcis_event_type_known",
            ),
            models.CheckConstraint(
                condition=Q(declared_at__isnull=False) | Q(declared_reason=""),
                name="epcis_reason_belongs_to_a_declaration",
            ),
        )
        indexes: ClassVar = [
            models.Index(fields=("event_id",), name="epcis_by_event_id"),
            models.Index(fields=("given_id",), name="epcis_by_given_id"),
            models.Index(F("event_time").desc(), F("id").desc(), name="epcis_by_time"),
            models.Index(F("recorded_at").desc(), F("id").desc(), name="epcis_by_record"),
            models.Index(fields=("biz_step", "-event_time", "-id"), name="epcis_by_step"),
            models.Index(fields=("disposition", "-event_time", "-id"), name="epcis_by_state"),
            models.Index(fields=("read_point", "-event_time", "-id"), name="epcis_by_point"),
            models.Index(fields=("biz_location", "-event_time", "-id"), name="epcis_by_place"),
        ]

    def __str__(self) -> str:
        """Its hash."""
        return self.event_id

    def whole(self) -> dict[str, Any]:
        """The event as a document of its own, with the context its names need."""
        return {"@context": self.context, **self.document}


class EpcisEventThing(models.Model):
    """One identifier an event speaks of, in its canonical form, and in which role.

    ``committed`` marks what the document holds as a salted commitment only: such a thing is found
    by who knows it whole, never by a pattern.
    """

    class Role(models.TextChoices):
        """Where in the event the identifier stands."""

        EPC = "epc"
        PARENT = "parent"
        CHILD = "child"
        INPUT = "input"
        OUTPUT = "output"
        EPC_CLASS = "epc class"
        CHILD_CLASS = "child class"
        INPUT_CLASS = "input class"
        OUTPUT_CLASS = "output class"

    event = models.ForeignKey(EpcisEvent, models.PROTECT, related_name="things")
    role = models.CharField(max_length=12, choices=Role)
    uri = models.CharField(max_length=300, db_collation="C")
    quantity = models.DecimalField(max_digits=19, decimal_places=6, null=True, blank=True)
    uom = models.CharField(max_length=3, blank=True)
    committed = models.BooleanField(default=False)

    class Meta:
        """A role is one of EPCIS; only a class has a quantity."""

        constraints = (
            models.CheckConstraint(
                condition=Q(
                    role__in=(
                        "epc",
                        "parent",
                        "child",
                        "input",
                        "output",
                        "epc class",
                        "child class",
                        "input class",
                        "output class",
                    )
                ),
                name="epcis_thing_role_known",
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(role__endswith=" class"),
                name="epcis_thing_counts_classes_only",
            ),
        )
        indexes = (models.Index(fields=("uri", "role"), name="epcis_thing_by_uri"),)

    def __str__(self) -> str:
        """Role and identifier."""
        return f"{self.role} {self.uri}"


class Opening(models.Model):
    """What a commitment of an event stands for: shown to whom it concerns, and may be forgotten."""

    event = models.ForeignKey(EpcisEvent, models.PROTECT, related_name="openings")
    path = models.CharField(max_length=60)
    salt = models.CharField(max_length=32)
    value = models.CharField(max_length=300)

    class Meta:
        """A salt has 128 bits; a value is opened once."""

        constraints = (
            models.CheckConstraint(
                condition=Q(salt__regex=r"^[0-9a-f]{32}$"), name="opening_salt_has_128_bits"
            ),
            models.UniqueConstraint(
                fields=("event", "path", "value"), name="opening_opens_a_value_once"
            ),
        )

    def __str__(self) -> str:
        """Where it stands."""
        return self.path
