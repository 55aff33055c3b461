"""Finds modules of one name in all our packages, so that nobody keeps a list of them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

from django.apps import apps

OURS = frozenset({"marketplace", "catalog", "payments", "cms"})


def load(name: str) -> list[ModuleType]:
    """Import every module called ``name`` below our apps, in the order of their paths."""
    found: dict[str, ModuleType] = {}
    for config in apps.get_app_configs():
        if config.name.partition(".")[0] not in OURS:
            continue
        root = Path(config.path)
        for file in sorted(root.rglob(f"{name}.py")):
            dotted = ".".join((config.name, *file.relative_to(root).with_suffix("").parts))
            found.setdefault(dotted, import_module(dotted))
    return list(found.values())
