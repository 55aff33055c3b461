"""An item with a GTIN says whose it is; numbers that were given are only ever added to."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models

from marketplace.records.append_only import append_only


class Migration(migrations.Migration):
    """The rule about whose a number is, and the triggers on the table of given numbers."""

    dependencies: ClassVar = [("traceability", "0010_own_numbers_told")]

    operations: ClassVar = [
        migrations.AddConstraint(
            model_name="tradeitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gtin", ""), ("scheme", "internal")),
                    models.Q(
                        models.Q(("gtin", ""), _negated=True), ("scheme__in", ("own", "pool"))
                    ),
                    _connector="OR",
                ),
                name="item_with_a_gtin_says_whose_it_is",
            ),
        ),
        append_only("traceability_givennumber"),
    ]
