#!/usr/bin/env python
"""Django's command line, after joining the private servers when none are given."""

import os
import sys


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after the environment

    from marketplace import embedded  # noqa: PLC0415 -- after the environment

    try:
        embedded.join()
    except embedded.Unusable as reason:
        sys.exit(str(reason))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
