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
        from cms.live import invariants  # noqa: F401, PLC0415 -- registers itself
        from cms.pages.live import LivestreamPage  # noqa: PLC0415 -- apps not ready
        from cms.pages.policies import PolicyPage  # noqa: PLC0415 -- apps not ready

        page_published.connect(
            publishing.keep_policy, sender=PolicyPage, dispatch_uid="cms.policies"
        )
        page_published.connect(
            publishing.plan_session, sender=LivestreamPage, dispatch_uid="cms.live"
        )
