"""Prices, stock, states of orders, accounts, roles and decisions: no change without an entry."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from marketplace.records.accounts import watch


class Migration(migrations.Migration):
    """See ``marketplace.records.accounts``: the database writes the entry a writer forgot."""

    dependencies: ClassVar = [
        ("catalog", "0011_vouchers"),
        ("records", "0003_audit_search"),
        ("partner", "0007_partneraddress_code"),
        ("order", "0021_billingaddress_code_shippingaddress_code"),
    ]

    operations: ClassVar = [
        # Prices
        watch("catalog_pack", ("catalog.pack=id",), ("price", "is_sold")),
        watch("partner_stockrecord", ("catalog.pack=*",), ("price",)),
        # Stock: by its own entry, or as part of what happened to an order
        watch(
            "catalog_lotbalance",
            ("catalog.lotbalance=id", "order.order=*", "catalog.sellerorder=*"),
            ("received", "held", "sold"),
            inserted="NEW.received <> 0 OR NEW.held <> 0 OR NEW.sold <> 0",
        ),
        # States of orders
        watch("order_order", ("order.order=id",), ("status",)),
        watch(
            "catalog_sellerorder",
            ("catalog.sellerorder=id", "order.order=order_id"),
            ("state",),
        ),
        # Where cooperatives are paid, and who acts for them
        watch(
            "catalog_bankaccount",
            ("catalog.cooperative=cooperative_id",),
            ("bank_bin", "number", "holder", "valid_from", "valid_to"),
        ),
        watch("catalog_membership", ("catalog.cooperative=cooperative_id",), ("user_id", "role")),
        # What the province decided, and what follows from it
        watch("catalog_cooperative", ("catalog.cooperative=id",), ("state",)),
        watch(
            "catalog_cooperativedecision",
            ("catalog.cooperative=cooperative_id",),
            ("state", "reason", "by_id"),
        ),
        watch(
            "catalog_identitycheck",
            ("catalog.cooperative=cooperative_id",),
            ("method", "level", "checked_by_id"),
        ),
        watch("catalog_listing", ("catalog.listing=id",), ("state",)),
        watch(
            "catalog_listingchange",
            ("catalog.listing=listing_id",),
            ("state", "reason", "decided_by_id"),
        ),
    ]
