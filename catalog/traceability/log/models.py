"""Keys of those who speak, what they said in order, the tree over it and its signed heads."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from catalog.traceability.parties.models import Party


class AuthorKey(models.Model):
    """A key a party signs with, certified by the province; the market keeps its private half.

    Signatures of a retired key stay good. Those of a revoked one are good only in entries before
    ``revoked_from``, the size of the tree when the revocation was written.
    """

    class State(models.TextChoices):
        """Whether the key signs, has been followed by another, or is not to be trusted."""

        ACTIVE = "active"
        RETIRED = "retired"
        REVOKED = "revoked"

    party = models.ForeignKey(Party, models.PROTECT, related_name="log_keys")
    key_id = models.CharField(max_length=64, unique=True)
    public = models.BinaryField(max_length=32)
    sealed = models.BinaryField(max_length=100)
    certificate = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    revoked_from = models.BigIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    revocation = models.TextField(blank=True)

    class Meta:
        """One key of a party signs; a key that ended says when, a revoked one also why."""

        permissions = (("keep_log", "Can renew and revoke keys, and name witnesses"),)
        constraints = (
            models.UniqueConstraint(
                fields=("party",), condition=Q(state="active"), name="log_key_one_active_a_party"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["active", "retired", "revoked"]), name="log_key_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="active", ended_at__isnull=True)
                | (~Q(state="active") & Q(ended_at__isnull=False)),
                name="log_key_that_ended_says_when",
            ),
            models.CheckConstraint(
                condition=Q(state="revoked", revoked_from__isnull=False)
                & ~Q(reason="")
                & ~Q(revocation="")
                | (~Q(state="revoked") & Q(revoked_from__isnull=True, reason="", revocation="")),
                name="log_key_revoked_says_why_and_from_where",
            ),
        )

    def __str__(self) -> str:
        """The first signs of the key's name."""
        return self.key_id[:16]


class Entry(models.Model):
    """What a party said of one event. It waits without an index, and gets one once and for all."""

    event_id = models.CharField(max_length=120)
    party = models.ForeignKey(Party, models.PROTECT, related_name="log_entries")
    document = models.CharField(max_length=64, blank=True)
    key = models.ForeignKey(AuthorKey, models.PROTECT, null=True, related_name="entries")
    leaf = models.TextField(blank=True)
    leaf_hash = models.BinaryField(max_length=32, null=True, unique=True)
    index = models.BigIntegerField(null=True, unique=True)
    submitted_at = models.DateTimeField()

    class Meta:
        """An entry is unsigned only while the log is off; what stands in the tree is signed."""

        verbose_name_plural = "entries"
        constraints = (
            # An error declaration has the hash of the event it is about, and another document.
            models.UniqueConstraint(
                fields=("event_id", "document"), name="log_entry_of_an_event_is_one"
            ),
            models.CheckConstraint(
                condition=Q(document="") | Q(document__regex=r"^[0-9a-f]{64}$"),
                name="log_entry_document_is_a_digest",
            ),
            models.CheckConstraint(
                condition=Q(key__isnull=True, leaf="", leaf_hash__isnull=True)
                | (Q(key__isnull=False, leaf_hash__isnull=False) & ~Q(leaf="")),
                name="log_entry_is_signed_or_not",
            ),
            models.CheckConstraint(
                condition=Q(index__isnull=True) | (Q(index__gte=0) & ~Q(leaf="")),
                name="log_entry_in_the_tree_is_signed",
            ),
        )
        indexes = (
            models.Index(fields=("id",), condition=Q(index__isnull=True), name="log_entry_waits"),
        )

    def __str__(self) -> str:
        """The event's hash."""
        return self.event_id


class Node(models.Model):
    """The hash of a complete subtree: 2 to the power of ``level`` leaves."""

    pk = models.CompositePrimaryKey("level", "position")
    level = models.SmallIntegerField()
    position = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        """Counted from nought."""

        constraints = (
            models.CheckConstraint(
                condition=Q(level__gte=0, position__gte=0), name="log_node_counts_from_nought"
            ),
        )

    def __str__(self) -> str:
        """Where it stands."""
        return f"{self.level}/{self.position}"


class TreeHead(models.Model):
    """What the province signed: so many entries, with this root, at this time."""

    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    at = models.DateTimeField()
    note = models.TextField()

    class Meta:
        """A head is signed anew every hour, also when nothing came."""

        constraints = (
            models.UniqueConstraint(fields=("size", "at"), name="log_head_signed_once_a_time"),
            models.CheckConstraint(condition=Q(size__gte=0), name="log_head_size_is_a_number"),
        )

    def __str__(self) -> str:
        """How much it covers."""
        return str(self.size)


class HeadStamp(models.Model):
    """The answer of a time authority (RFC 3161) about a tree head's note. Only ever added."""

    head = models.OneToOneField(TreeHead, models.PROTECT, related_name="stamp")
    size = models.BigIntegerField(unique=True)
    at = models.DateTimeField(help_text="As the authority says.")
    kept_at = models.DateTimeField()
    token = models.BinaryField(max_length=65_536)

    class Meta:
        """A head covers something, or nobody needs to know when it was."""

        constraints = (
            models.CheckConstraint(condition=Q(size__gte=1), name="log_stamp_is_of_a_tree"),
            models.CheckConstraint(condition=~Q(token=b""), name="log_stamp_holds_its_answer"),
        )

    def __str__(self) -> str:
        """How much it covers."""
        return str(self.size)


class Witness(models.Model):
    """Somebody else who watches that the log only grows, with the key they sign with."""

    name = models.CharField(max_length=120, unique=True)
    key = models.CharField(max_length=300, unique=True)
    is_active = models.BooleanField(default=True)
    registered_at = models.DateTimeField()

    class Meta:
        """A name and a key belong to one witness."""

        verbose_name_plural = "witnesses"

    def __str__(self) -> str:
        """The name in the key."""
        return self.name


class WitnessSignature(models.Model):
    """A line by which a witness vouches for a tree head."""

    head = models.ForeignKey(TreeHead, models.PROTECT, related_name="cosignatures")
    witness = models.ForeignKey(Witness, models.PROTECT, related_name="cosignatures")
    line = models.TextField()
    at = models.DateTimeField()

    class Meta:
        """A witness signs a head once."""

        constraints = (
            models.UniqueConstraint(fields=("head", "witness"), name="log_witness_signs_once"),
        )

    def __str__(self) -> str:
        """Who signed."""
        return self.line.split(" ")[1]
