"""What a recall wrote to buyers and cooperatives, and what they answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RecallNotice(models.Model):
    """One letter of a recall to one buyer, known by the phone and mail of the orders.

    Who orders three times gets one letter. ``token`` opens the page on which the buyer answers;
    ``sent_at`` is when a carrier took the letter (in a drill: when it was written and not sent).
    """

    class Answer(models.TextChoices):
        """What became of the goods."""

        ASIDE = "aside", _("I still have it and do not eat it")
        DESTROYED = "destroyed", _("I have thrown it away")
        RETURNED = "returned", _("I have given it back, or did not take it")
        EATEN = "eaten", _("It has been eaten, all or in part")

    recall = models.ForeignKey("traceability.Recall", models.PROTECT, related_name="notices")
    phone = models.CharField(max_length=20)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    token = models.CharField(max_length=43, unique=True)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=9, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    wants_money = models.BooleanField(default=False)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("recall", "phone", "email"), name="recall_writes_to_a_buyer_once"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, wants_money=False)
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="recall_notice_is_answered_with_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=("", "aside", "destroyed", "returned", "eaten")),
                name="recall_answer_known",
            ),
            models.CheckConstraint(
                condition=Q(reminders=0) | Q(reminders__lte=2, sent_at__isnull=False),
                name="recall_reminds_twice_at_most_after_the_letter",
            ),
        )
        indexes = (
            models.Index(
                fields=("recall", "sent_at"),
                condition=Q(answered_at=None),
                name="recall_notice_unanswered",
            ),
        )

    def __str__(self) -> str:
        """Recall and key, nobody's address."""
        return f"{self.recall_id}: {self.pk}"

    @property
    def address(self) -> str:
        """Where the letter goes: by mail if there is an address, else to the phone."""
        return self.email or self.phone


class RecalledLine(models.Model):
    """An order line with goods of recalled lots, and the letter that tells of it."""

    recall = models.ForeignKey("traceability.Recall", models.PROTECT, related_name="lines")
    line = models.ForeignKey("catalog.SellerOrderLine", models.PROTECT, related_name="recalls")
    notice = models.ForeignKey(RecallNotice, models.PROTECT, related_name="lines")
    units = models.PositiveIntegerField(help_text="Units out of lots called back.")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("recall", "line"), name="recall_reaches_an_order_line_once"
            ),
            models.CheckConstraint(condition=Q(units__gte=1), name="recalled_line_holds_something"),
        )

    def __str__(self) -> str:
        """Recall and line."""
        return f"{self.recall_id}: {self.line_id}"


class RecallTask(models.Model):
    """What a cooperative has to take out of its store, until it says how much it destroyed."""

    recall = models.ForeignKey("traceability.Recall", models.PROTECT, related_name="tasks")
    cooperative = models.ForeignKey(
        "catalog.Cooperative", models.PROTECT, related_name="recall_tasks"
    )
    written_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    destroyed_g = models.PositiveBigIntegerField(null=True, blank=True)
    kept_g = models.PositiveBigIntegerField(null=True, blank=True, help_text="Locked away.")
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("recall", "cooperative"), name="recall_asks_a_cooperative_once"
            ),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, destroyed_g=None, kept_g=None, note="")
                | Q(
                    done_at__isnull=False,
                    done_by__isnull=False,
                    destroyed_g__isnull=False,
                    kept_g__isnull=False,
                ),
                name="recall_task_is_done_with_amounts",
            ),
        )

    def __str__(self) -> str:
        """Recall and cooperative."""
        return f"{self.recall_id}: {self.cooperative_id}"
