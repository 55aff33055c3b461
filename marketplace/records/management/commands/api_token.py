"""Gives a person a bearer token for a program of theirs."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from marketplace.people import queries
from marketplace.records import api_tokens
from marketplace.records.models import ApiToken


class Command(BaseCommand):
    """Prints the token once; only its hash is stored."""

    help = "Print a new bearer token of LOGIN for one scope."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, and for what."""
        parser.add_argument("login", metavar="LOGIN", help="e-mail or phone")
        parser.add_argument("--scope", required=True, choices=ApiToken.Scope.values)

    def handle(self, *args: Any, **options: Any) -> None:
        """Give the token, or say that nobody is known by that login."""
        user = queries.by_login(options["login"])
        if user is None or not user.is_active:
            raise CommandError(f"Nobody signs in as {options['login']!r}.")
        self.stdout.write(api_tokens.give(user, options["scope"]))
