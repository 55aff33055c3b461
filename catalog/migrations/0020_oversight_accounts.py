"""Reports, orders, papers and what papers are needed: no change without an entry."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.accounts import watch

_PAPER = ("state", "remark", "looked_by_id", "valid_to", "kind")


class Migration(migrations.Migration):
    """See ``marketplace.records.accounts``: the database writes the entry a writer forgot."""

    dependencies: ClassVar = [
        ("catalog", "0019_first_paper_requirements"),
        ("records", "0003_audit_search"),
    ]

    operations: ClassVar = [
        watch(
            "catalog_listingreport",
            ("catalog.listingreport=id",),
            ("listing_id", "reason", "state", "answer", "answered_by_id"),
        ),
        watch(
            "catalog_takedownorder",
            ("catalog.takedownorder=id",),
            (
                *("number", "listing_id", "cooperative_id", "authority", "document", "reason"),
                *("until", "lifted_at", "lifted_by_id", "lift_reason"),
            ),
        ),
        # Handing one in is the cooperative's deed; looking at it is about the paper.
        watch(
            "catalog_cooperativepaper",
            ("catalog.cooperative=cooperative_id",),
            _PAPER,
            events=("INSERT",),
        ),
        watch(
            "catalog_cooperativepaper",
            ("catalog.cooperativepaper=id",),
            _PAPER,
            events=("UPDATE", "DELETE"),
        ),
        watch(
            "catalog_paperrequirement",
            ("catalog.paperrequirement=id",),
            ("kind", "legal_form", "category_path", "valid_from", "valid_to"),
        ),
    ]
