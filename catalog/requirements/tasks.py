"""Background work of papers: what time alone changes."""

from celery import shared_task

from catalog.requirements import watching


@shared_task(name="catalog.requirements.watch")
def watch() -> int:
    """Warn of papers that end soon, and let the shelf follow those that ended."""
    return watching.watch()
