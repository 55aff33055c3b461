"""Runs every invariant and says which sentences about the data are not true."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.core.serializers.json import DjangoJSONEncoder

from marketplace.records import invariants


class Command(BaseCommand):
    """Exit code 1 when any invariant is broken."""

    help = "Check that every invariant of the market holds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer the answer as JSON."""
        parser.add_argument("--json", action="store_true", help="one JSON list, for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, print, and fail if anything is broken."""
        findings = invariants.check()
        if options["json"]:
            rows = [{"name": f.name, "count": f.count, "sample": f.sample} for f in findings]
            self.stdout.write(json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False))
        else:
            for f in findings:
                state = "ok    " if not f.count else f"BROKEN {f.count} row(s)"
                self.stdout.write(f"{state} {f.name}: {f.sentence}")
                for row in f.sample:
                    self.stdout.write(f"       {row}")
        if any(f.count for f in findings):
            sys.exit(1)
