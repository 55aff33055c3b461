"""``manage.py build``: make what the pages need and the repository does not carry."""

from typing import Any

from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    """Compile the translations, build fonts and stylesheet, collect the static files."""

    help = "Compile translations, build fonts and stylesheet, collect static files."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Build in this order: the last step takes what the others made."""
        call_command("translations", "compile")
        call_command("build_design")
        call_command("collectstatic", interactive=False, verbosity=0)
