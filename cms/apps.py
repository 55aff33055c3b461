"""Pages people write."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages people write."""

    name = "cms"
    label = "cms"

    def ready(self) -> None:
        """Listen to publishing."""
        from wagtail.signals import page_published  # noqa: PLC0415 -- apps not ready

        from cms import publishing  # noqa: PLC0415 -- apps not ready
        from cms.pages.policies import PolicyPage  # noqa: PLC0415 -- apps not ready

        page_published.connect(
            publishing.keep_terms_version, sender=PolicyPage, dispatch_uid="cms.terms"
        )
