"""Policies with a version and the day they take effect; the checkout records the terms' version."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from cms.pages.plain import PLAIN_FEATURES


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
