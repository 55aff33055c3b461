"""Tax the market keeps off a seller's money and pays to the State: dated rules, and what they took.

Decree 252/2026/NĐ-CP, articles 43-46: platforms with ordering and payment withhold for household
businesses and individuals; cooperatives and companies declare their own.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from marketplace.records import clock
from payments.models.invoices import Invoice, Payee
from payments.models.ledger import LedgerEntry

VAT, PIT = "vat", "pit"


class TaxRule(models.Model):
    """A rate for one legal form and one class of goods, on the local days it is in force.

    ``goods_class`` holds for itself and what lies below it (``goods`` for ``goods/fruit``); empty,
    for whatever no other rule names. A rule of one ``payee`` writes down what the tax office said
    of that seller (as of produce it grows itself), and goes before the others.
    """

    class Tax(models.TextChoices):
        """Which tax."""

        VAT = VAT
        PIT = PIT

    legal_form = models.CharField(max_length=40)
    goods_class = models.CharField(max_length=140, blank=True)
    payee = models.ForeignKey(
        Payee, models.PROTECT, related_name="tax_rules", null=True, blank=True
    )
    tax = models.CharField(max_length=3, choices=Tax)
    basis_points = models.PositiveIntegerField(help_text="100 is one percent")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True, help_text="first day it does not hold")
    source = models.CharField(max_length=300)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("legal_form", "goods_class", "payee", "tax", "valid_from"),
                nulls_distinct=False,
                name="tax_rule_said_once",
            ),
            models.CheckConstraint(
                condition=Q(basis_points__lte=10_000), name="tax_rule_takes_a_part"
            ),
            models.CheckConstraint(
                condition=Q(tax__in=(VAT, PIT)), name="tax_rule_names_a_known_tax"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="tax_rule_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="tax_rule_names_its_source"),
        )

    def __str__(self) -> str:
        """What it is about."""
        return f"{self.legal_form} {self.goods_class or '*'} {self.tax} {self.basis_points}"


class TaxLine(models.Model):
    """What was withheld of one line of an invoice, or given back of it (below zero); đồng."""

    entry = models.ForeignKey(LedgerEntry, models.PROTECT, related_name="tax_lines")
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="tax_lines")
    payee = models.ForeignKey(Payee, models.PROTECT, related_name="tax_lines")
    line_ref = models.CharField(max_length=64)
    goods_class = models.CharField(max_length=140, blank=True)
    tax = models.CharField(max_length=3, choices=TaxRule.Tax)
    base = models.BigIntegerField()
    basis_points = models.PositiveIntegerField()
    amount = models.BigIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("entry", "line_ref", "tax"), name="tax_line_once"),
            models.CheckConstraint(
                condition=Q(base__gt=0, amount__gte=0) | Q(base__lt=0, amount__lte=0),
                name="tax_line_takes_or_gives_back",
            ),
        )
        indexes = (models.Index(fields=("at",), name="tax_line_by_time"),)

    def __str__(self) -> str:
        """Tax, line and sum."""
        return f"{self.tax} {self.line_ref} {self.amount}"
