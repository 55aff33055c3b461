"""Makes what the look needs and the repository does not carry: the fonts and the one stylesheet."""

import logging
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from marketplace.design import fonts, stylesheet


class Command(BaseCommand):
    """Build fonts and stylesheet into ``VAR_DIR/design``; fonts newer than our cut are kept."""

    help = "Build the web fonts and the stylesheet below VAR_DIR/design."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Write ``fonts/bvp-*.woff2`` and ``css/market.css``."""
        logging.getLogger("fontTools").setLevel(logging.WARNING)
        target = settings.VAR_DIR / "design"
        written = Path(fonts.__file__).stat().st_mtime
        for weight in fonts.WEIGHTS:
            file = target / "fonts" / f"bvp-{weight}.woff2"
            if not file.exists() or file.stat().st_mtime < written:
                fonts.cut(weight, file)
        sheet = target / "css" / "market.css"
        sheet.parent.mkdir(parents=True, exist_ok=True)
        sheet.write_text(stylesheet.joined(settings.BASE_DIR / "static" / "css"), encoding="utf-8")
        self.stdout.write(f"design: fonts and stylesheet in {target}")
