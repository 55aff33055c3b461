"""The ledger: every đồng that came, is owed or went, in entries whose postings sum to zero.

Nothing is ever changed or taken away: the database refuses UPDATE and DELETE, and refuses to commit
an entry that does not sum to zero (migration ``0005_ledger``). What was wrong is reversed.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from marketplace.records import clock
from payments.models.invoices import Invoice


class LedgerAccount(models.Model):
    """A place where money is, or a reason for which it is owed; ``ledger`` names the codes."""

    class Kind(models.TextChoices):
        """Which side grows it: money we have grows by debits, money we owe by credits."""

        ASSET = "asset"
        LIABILITY = "liability"
        INCOME = "income"
        EXPENSE = "expense"

    code = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(code=""), name="ledger_account_has_a_code"),
            models.CheckConstraint(
                condition=Q(kind__in=("asset", "liability", "income", "expense")),
                name="ledger_account_kind_is_known",
            ),
        )

    def __str__(self) -> str:
        """Its code."""
        return self.code


class LedgerEntry(models.Model):
    """One thing that happened with money, written once under its ``key``."""

    class What(models.TextChoices):
        """What happened."""

        CAME = "came"
        DUE_BACK = "due_back"
        NOT_DUE_BACK = "not_due_back"
        WENT_BACK = "went_back"
        CAME_BACK = "came_back"
        EARNED = "earned"
        UNPLACED = "unplaced"
        PLACED = "placed"
        COMMISSION = "commission"
        TAX = "tax"
        KEPT = "kept"
        VOUCHER = "voucher"
        TAKEN_BACK = "taken_back"
        PAID_OUT = "paid_out"
        PAYOUT_BACK = "payout_back"
        HANDED_OVER = "handed_over"
        AWAITED = "awaited"
        FREED = "freed"
        COURIER_FEE = "courier_fee"
        REMITTED = "remitted"

    key = models.CharField(max_length=120, unique=True)
    what = models.CharField(max_length=20, choices=What)
    invoice = models.ForeignKey(
        Invoice, models.PROTECT, related_name="ledger_entries", null=True, blank=True
    )
    at = models.DateTimeField(help_text="when it happened")
    recorded_at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(key=""), name="ledger_entry_has_a_key"),
            models.CheckConstraint(
                condition=Q(
                    what__in=(
                        *("came", "due_back", "not_due_back", "went_back", "earned"),
                        *("unplaced", "placed", "commission", "tax", "kept", "taken_back"),
                        "voucher",
                        *("paid_out", "payout_back", "handed_over"),
                        *("awaited", "freed", "courier_fee", "remitted", "came_back"),
                    )
                ),
                name="ledger_entry_says_what_is_known",
            ),
        )
        indexes = (models.Index(fields=("at",), name="ledger_entry_by_time"),)

    def __str__(self) -> str:
        """Its key."""
        return self.key


class LedgerPosting(models.Model):
    """One leg of an entry: đồng into an account (above zero, a debit) or out of it."""

    entry = models.ForeignKey(LedgerEntry, models.PROTECT, related_name="postings")
    account = models.ForeignKey(LedgerAccount, models.PROTECT, related_name="postings")
    amount = models.BigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("entry", "account"), name="ledger_posting_once_an_account"
            ),
            models.CheckConstraint(condition=~Q(amount=0), name="ledger_posting_moves_money"),
        )

    def __str__(self) -> str:
        """Entry, account and sum."""
        return f"{self.entry_id} {self.account_id} {self.amount}"

    @property
    def credit(self) -> int:
        """What it takes out of the account, above zero."""
        return -self.amount
