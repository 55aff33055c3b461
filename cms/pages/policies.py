"""Policies with versions: each keeps its address, the one in force stands at the policy's own."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.pages.plain import PLAIN_FEATURES
from marketplace.records import clock


class PolicyIndex(Page):
    """The list of policies."""

    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.PolicyPage"]
    template = "cms/policies.html"

    class Meta:
        verbose_name = _("list of policies")

    def in_force(self) -> "models.QuerySet[PolicyPage]":
        """The published policies, by title."""
        policies: models.QuerySet[PolicyPage] = PolicyPage.objects.child_of(self).live()
        return policies.order_by("title")


class PolicyPage(Page):
    """One policy. A new version is a new text with a new version and date, on the same address."""

    class Kind(models.TextChoices):
        """Which of the policies that the law asks for."""

        OPERATING = "operating", _("Operating rules")
        TERMS = "terms", _("Terms of sale")
        PRIVACY = "privacy", _("Privacy")
        RETURNS = "returns", _("Returns and complaints")
        LIVESTREAM = "livestream", _("Livestream rules")

    kind = models.CharField(max_length=10, choices=Kind)
    version = models.CharField(
        _("version"), max_length=20, help_text=_("Such as 2026-11; orders keep it.")
    )
    effective_from = models.DateField(_("in force from"))
    body = RichTextField(_("text"), features=PLAIN_FEATURES)

    parent_page_types: ClassVar = ["cms.PolicyIndex"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("kind"),
        FieldPanel("version"),
        FieldPanel("effective_from"),
        FieldPanel("body"),
    ]
    template = "cms/policy.html"

    class Meta:
        verbose_name = _("policy")

    def clean(self) -> None:
        """What people agreed to is not rewritten: another text is another version."""
        super().clean()
        kept = self.kept.filter(version=self.version).first() if self.pk else None
        if kept and (kept.body != str(self.body) or kept.effective_from != self.effective_from):
            raise ValidationError({"version": _("Give a changed text a new version.")})

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """``v/2025-07/`` below a policy is that version of it, for ever."""
        if len(path_components) == 2 and path_components[0] == "v" and self.live:
            return RouteResult(self, kwargs={"version": path_components[1]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, version: str = "") -> HttpResponse:
        """The version in force, or the one asked for."""
        if version and not self.kept.filter(version=version).exists():
            raise Http404
        response: HttpResponse = super().serve(request, version=version)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the text to show and the other versions; a preview shows what is being written."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        kept = list(self.kept.all())
        now = self.in_force(kept)
        asked = kwargs.get("version", "")
        shown: Any = next((one for one in kept if one.version == asked), now)
        if shown is None or getattr(request, "is_preview", False):
            shown = self
        url = self.get_url(request)
        return context | {
            "shown": shown,
            "in_force": now,
            "is_old": bool(asked) and shown != now,
            "others": [
                {
                    "version": one.version,
                    "from": one.effective_from,
                    "url": f"{url}v/{one.version}/",
                }
                for one in kept
                if one != shown
            ],
        }

    @staticmethod
    def in_force(kept: "list[PolicyVersion]") -> "PolicyVersion | None":
        """The newest of the versions, newest first, whose day has come."""
        today = clock.local_day()
        return next((one for one in kept if one.effective_from <= today), None)


class PolicyVersion(models.Model):
    """A version as it was published. Never edited: people agreed to it."""

    page = models.ForeignKey(PolicyPage, models.PROTECT, related_name="kept")
    version = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    body = models.TextField()
    effective_from = models.DateField()
    published_at = models.DateTimeField()

    class Meta:
        ordering = ("-effective_from", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("page", "version"), name="policy_version_kept_once"),
            models.CheckConstraint(
                condition=~Q(version="") & ~Q(body=""), name="policy_version_says_something"
            ),
        )

    def __str__(self) -> str:
        """Title and version."""
        return f"{self.title} {self.version}"


def keep(page: PolicyPage) -> PolicyVersion:
    """Keep what was just published as a version; the same version again changes nothing."""
    kept, _new = PolicyVersion.objects.get_or_create(
        page=page,
        version=page.version,
        defaults={
            "title": page.title,
            "body": str(page.body),
            "effective_from": page.effective_from,
            "published_at": clock.now(),
        },
    )
    return kept
