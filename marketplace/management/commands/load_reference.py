"""``manage.py load_reference``: load all that the market looks up and nobody types in."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, call_command, get_commands


class Command(BaseCommand):
    """Run every ``load_…`` command of ours; each is idempotent, so this is too."""

    help = "Load all reference data: runs every load_… command of the market. Safe at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the commands in the order of their names."""
        ours = {
            config.name
            for config in apps.get_app_configs()
            if config.name.split(".")[0] in settings.OUR_PACKAGES
        }
        for name, owner in sorted(get_commands().items()):
            if name.startswith("load_") and name != "load_reference" and owner in ours:
                call_command(name, verbosity=options["verbosity"])
