"""The one table of Oscar classes that this project replaces (docs/architecture.md, decision 5).

Oscar asks for every class by module label and name; a row here answers with ours. A misspelt row
would be ignored in silence, so a test checks that each was asked for and is in force.
"""

from typing import Any

from django.utils.module_loading import import_string
from oscar.core.loading import default_class_loader

REPLACEMENTS: dict[tuple[str, str], str] = {
    ("partner.strategy", "Selector"): "catalog.pricing.strategy.Selector",
    ("shipping.repository", "Repository"): "catalog.shipping.repository.Repository",
    (
        "order.utils",
        "OrderNumberGenerator",
    ): "catalog.orders.numbers.OrderNumberGenerator",
    ("order.utils", "OrderCreator"): "catalog.orders.creating.OrderCreator",
    (
        "dashboard.catalogue.forms",
        "StockRecordForm",
    ): "catalog.backoffice.stockrecords.StockRecordForm",
    (
        "dashboard.orders.views",
        "OrderListView",
    ): "catalog.backoffice.orders.OrderListView",
    (
        "dashboard.orders.views",
        "OrderDetailView",
    ): "catalog.backoffice.orders.OrderDetailView",
    (
        "dashboard.partners.views",
        "PartnerUserLinkView",
    ): "catalog.backoffice.partners.PartnerUserLinkView",
}

#: How often each class was asked for since the process began: what the test counts.
asked: dict[tuple[str, str], int] = {}


def load(module_label: str, class_names: list[str], module_prefix: str) -> list[Any]:
    """The classes Oscar asks for: ours where the table has a row, Oscar's own elsewhere."""
    found = []
    for name in class_names:
        asked[module_label, name] = asked.get((module_label, name), 0) + 1
        row = REPLACEMENTS.get((module_label, name))
        if row is None:
            found += default_class_loader(module_label, [name], module_prefix)
        else:
            found.append(import_string(row))
    return found
