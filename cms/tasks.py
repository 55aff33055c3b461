"""Background work of pages."""

from celery import shared_task
from django.core.management import call_command


@shared_task(name="cms.publish_scheduled")
def publish_scheduled() -> None:
    """Publish what is due and take down what has run out. Safe to run twice."""
    call_command("publish_scheduled", verbosity=0)
