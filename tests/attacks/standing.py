"""What stands in the database, to compare before and after: every row of every room of ours."""

from typing import Any

from django.apps import apps

ROOMS = ("catalog", "payments", "people", "records", "traceability", "basket", "order", "partner")
# What is loaded once and large, and what a visit alone may write.
LEFT_OUT = ("goodscategory", "fact", "rate", "zone", "zoneprovince", "datedrule", "tally")


def all_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row by the name of its table."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if model._meta.model_name not in LEFT_OUT
    }


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The names of the tables that differ."""
    return [name for name, rows in before.items() if rows != after[name]]
