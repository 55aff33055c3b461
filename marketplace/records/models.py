"""What the market remembers: audit, outbox, letters sent, dated rules, tokens, papers."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.files.storage import Storage, storages
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from marketplace.records import clock, tokens
from marketplace.records.readers import Reader  # noqa: F401 -- Django looks for models here


class AuditEntry(models.Model):
    """One thing somebody did. Only ever added: a trigger refuses to change or delete it.

    ``about`` names the cooperative concerned, if there is one; ``on_behalf_of`` the one somebody
    acted for who does not belong to it. ``transaction_id`` is PostgreSQL's, set by itself: by it
    the database knows at the end of a transaction what was accounted for (``accounts``).
    """

    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    on_behalf_of = models.CharField(max_length=100, blank=True)
    about = models.CharField(max_length=100, blank=True, default="", db_default="")
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=64)
    what = models.CharField(max_length=80)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    request_id = models.CharField(max_length=64, blank=True)
    transaction_id = models.BigIntegerField(
        null=True,
        editable=False,
        db_default=Cast(
            Cast(Func(function="pg_current_xact_id"), models.TextField()), models.BigIntegerField()
        ),
    )

    class Meta:
        """Read newest first, by day and by each thing the desk searches for."""

        ordering = ("-id",)
        indexes = (
            models.Index(fields=("subject_type", "subject_id", "-id"), name="audit_by_subject"),
            models.Index(fields=("-at", "-id"), name="audit_by_time"),
            models.Index(fields=("by", "-at", "-id"), name="audit_by_person"),
            models.Index(fields=("what", "-at", "-id"), name="audit_by_deed"),
            models.Index(
                fields=("about", "-at", "-id"), condition=~Q(about=""), name="audit_by_seller"
            ),
            models.Index(
                fields=("on_behalf_of", "-at", "-id"),
                condition=~Q(on_behalf_of=""),
                name="audit_by_whom_it_was_for",
            ),
            models.Index(
                fields=("request_id",), condition=~Q(request_id=""), name="audit_by_request"
            ),
            models.Index(
                fields=("transaction_id", "subject_type", "subject_id"), name="audit_by_transaction"
            ),
        )

    def __str__(self) -> str:
        """Who did what to which row."""
        return f"{self.by or 'system'} {self.what} {self.subject_type}:{self.subject_id}"


class OutboxMessage(models.Model):
    """Something that must reach somebody, written in the transaction that decided it."""

    topic = models.CharField(max_length=80)
    key = models.CharField(max_length=160)
    payload = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    posted_at = models.DateTimeField(default=clock.now)
    not_before = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    dead_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One message per topic and key, for ever."""

        constraints = (
            models.UniqueConstraint(fields=("topic", "key"), name="outbox_says_a_thing_once"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(dead_at__isnull=True),
                name="outbox_message_is_sent_or_dead_not_both",
            ),
        )
        indexes = (
            models.Index(
                fields=("not_before", "id"),
                condition=Q(sent_at__isnull=True, dead_at__isnull=True),
                name="outbox_waiting",
            ),
        )

    def __str__(self) -> str:
        """Topic and key."""
        return f"{self.topic} {self.key}"


class SentLetter(models.Model):
    """A letter handed to a carrier, or ``none``; its text is kept in the demonstration only."""

    class Way(models.TextChoices):
        """How it travels."""

        MAIL = "mail"
        SMS = "sms"
        ZALO = "zalo"
        NONE = "none"

    key = models.CharField(max_length=200, unique=True)
    way = models.CharField(max_length=4, choices=Way)
    template = models.CharField(max_length=100)
    lang = models.CharField(max_length=10)
    message_id = models.CharField(max_length=120)
    sent_at = models.DateTimeField(default=clock.now)
    to = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=250, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(way__in=("mail", "sms", "zalo", "none")), name="letter_way_known"
            ),
        )

    def __str__(self) -> str:
        """Template and key, never the address."""
        return f"{self.template} {self.key}"


class DatedRule(models.Model):
    """A rule of law or of the market, with the local days on which it holds (last day excluded)."""

    key = models.CharField(max_length=80)
    value = models.JSONField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        """On any one day a key has one value."""

        ordering = ("key", "valid_from")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="rule_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="rule_has_one_value_a_day",
                expressions=(
                    ("key", RangeOperators.EQUAL),
                    (
                        Func(
                            "valid_from",
                            "valid_to",
                            Value("[)"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ),
            ),
        )

    def __str__(self) -> str:
        """Key, value and first day."""
        return f"{self.key} = {self.value} from {self.valid_from}"


class SpareCount(models.Model):
    """A counter that the cache would hold, kept here while the cache's server is away."""

    key = models.CharField(max_length=64, primary_key=True)  # a digest: it names nobody
    value = models.JSONField()
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """The digest."""
        return self.key


class TableVersion(models.Model):
    """When the tables of a subject changed last, as a random word (``records.versions``)."""

    subject = models.CharField(max_length=40, primary_key=True)
    version = models.UUIDField()

    def __str__(self) -> str:
        """The subject."""
        return self.subject


class PageChange(models.Model):
    """So many changes of what public pages show; triggers write them (``records.changes``)."""

    weight = models.BigIntegerField(default=1, db_default=1)

    def __str__(self) -> str:
        """How many."""
        return str(self.weight)


class ApiToken(models.Model):
    """A bearer token of one person for one scope; only its hash is kept."""

    class Scope(models.TextChoices):
        """What a token opens."""

        STATISTICS = "statistics"
        EPCIS_CAPTURE = "epcis.capture"
        EPCIS_READ = "epcis.read"
        SELLER = "seller"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="bearer_tokens")
    scope = models.CharField(max_length=20, choices=Scope)
    hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=clock.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A scope nobody knows opens nothing."""

        constraints = (
            models.CheckConstraint(
                condition=Q(scope__in=("statistics", "epcis.capture", "epcis.read", "seller")),
                name="api_token_scope_known",
            ),
        )

    def __str__(self) -> str:
        """Owner and scope."""
        return f"{self.user_id} {self.scope}"


def papers_storage() -> Storage:
    """The private storage, never under the media URL (asked late, so that settings decide)."""
    return storages["papers"]


def papers_path(paper: Paper, _filename: str) -> str:
    """Where a paper's file lies: by its token, never by the name a person gave it."""
    return f"{paper.token[:2]}/{paper.token}"


class Paper(models.Model):
    """A private file somebody handed in: a licence, a bank paper, a proof of identity."""

    KINDS: ClassVar = {
        "application/pdf": b"%PDF-",
        "image/jpeg": b"\xff\xd8\xff",
        "image/png": b"\x89PNG\r\n\x1a\n",
    }

    token = models.CharField(max_length=22, unique=True, default=tokens.fresh, editable=False)
    file = models.FileField(storage=papers_storage, upload_to=papers_path, max_length=60)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=clock.now)

    class Meta:
        """Only kinds of files that were checked."""

        constraints = (
            models.CheckConstraint(
                condition=Q(media_type__in=("application/pdf", "image/jpeg", "image/png")),
                name="paper_is_pdf_jpeg_or_png",
            ),
        )

    def __str__(self) -> str:
        """The name it was handed in under."""
        return self.name
