"""The editor's pages of vouchers: write one, stop one. Buyers' limits are the row's own."""

from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from catalog.promotions.models import Voucher
from cms.choosers import cooperative_chooser
from marketplace.records import audit

KEPT = ("code", "kind", "payer", "cooperative", "category")


PANELS = [
    FieldRowPanel([FieldPanel("code"), FieldPanel("title_vi"), FieldPanel("title_en")]),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("amount"), FieldPanel("percent")]),
    MultiFieldPanel(
        [
            FieldPanel("payer"),
            FieldPanel("cooperative", widget=cooperative_chooser.widget_class),
            FieldPanel("category", widget=forms.Select),
        ],
        heading=_("Whose money, for which goods"),
    ),
    FieldRowPanel([FieldPanel("min_goods"), FieldPanel("most_uses"), FieldPanel("most_per_phone")]),
    FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("stopped_at")]),
]


class VoucherForm(WagtailAdminModelForm):
    """Once somebody has used a voucher, what it is and who pays stay as they were."""

    def clean(self) -> dict[str, Any]:
        """Refuse to change the terms of a voucher that orders rely on."""
        data: dict[str, Any] = super().clean() or {}
        if self.instance.pk and self.instance.used:
            for name in KEPT:
                if name in self.changed_data:
                    self.add_error(name, _("It was used already: write a new voucher instead."))
        return data

    @transaction.atomic
    def save(self, commit: bool = True) -> Voucher:
        """Save it and write down who changed what."""
        saved: Voucher = super().save(commit=commit)
        if commit:
            told = {name: str(self.cleaned_data.get(name)) for name in self.changed_data}
            audit.record(self.for_user, saved, "voucher.written", after=told)
        return saved


class VoucherViewSet(ModelViewSet):
    """Vouchers in the editor's menu."""

    model = Voucher
    icon = "tag"
    menu_label = _("Vouchers")
    menu_order = 250
    add_to_admin_menu = True
    url_prefix = "vouchers"
    list_display: ClassVar = ["code", "title_vi", "payer", "ends_at", "used", "most_uses"]
    list_filter: ClassVar = ["payer", "kind"]
    search_fields: ClassVar = ["code", "title_vi"]
    inspect_view_enabled = True
    edit_handler = ObjectList(PANELS, base_form_class=VoucherForm)


voucher_pages = VoucherViewSet("wagtail_vouchers")
