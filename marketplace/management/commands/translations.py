"""``manage.py translations``: collect, compile and check the translations, with Babel alone."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from marketplace import messages


class Command(BaseCommand):
    """Collect messages from the code into the catalogues, compile them, or check them."""

    help = "collect: update locale/*.po from the code; compile: write the .mo; check: all there?"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and for ``collect`` further files of translations to fill in from."""
        parser.add_argument("what", choices=("collect", "compile", "check"))
        parser.add_argument("sources", nargs="*", help="further .po files (collect)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises ``CommandError`` naming what is missing."""
        locale = settings.BASE_DIR / "locale"
        if options["what"] == "collect":
            self.stdout.write(messages.collect(settings.BASE_DIR, options["sources"]))
        elif options["what"] == "compile":
            messages.compile_all(locale)
        else:
            wrong = messages.faults(settings.BASE_DIR)
            if wrong:
                raise CommandError("\n".join(wrong))
