"""The parts put together: commands that belong to no single room."""

from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """The parts put together: commands that belong to no single room."""

    name = "marketplace"
    label = "marketplace"

    def ready(self) -> None:
        """Make our Celery application the one of every task, and put orders into the day's work."""
        from marketplace import celery  # noqa: F401, PLC0415 -- importing it is the registration
        from marketplace.workspace import (  # noqa: PLC0415 -- apps not ready
            figures,
            holidays,
            ordered,
            ordertasks,
            papertasks,
            recalls,
            talks,
            today,
        )

        today.SOURCES += [recalls.tasks, ordertasks.tasks, talks.tasks, papertasks.tasks]
        today.MORE += [ordertasks.next_order, figures.this_week, holidays.notice]
        today.MORE.append(ordered.notices)
