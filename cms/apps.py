"""Pages people write."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages people write."""

    name = "cms"
    label = "cms"

    def ready(self) -> None:
        """Listen to publishing."""
        from wagtail.signals import page_published

        from cms import publishing
        from cms.pages.policies import PolicyPage

        page_published.connect(
            publishing.keep_terms_version, sender=PolicyPage, dispatch_uid="cms.terms"
        )
