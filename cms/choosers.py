"""What editors choose from: listings on the shelf, verified cooperatives, vouchers; nothing else.

The words typed are folded as in the shop, so that *nhan song ma* finds Nhãn Sông Mã.
"""

from typing import Any

from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing
from catalog.promotions.models import Voucher
from catalog.shelf.searching import Sought


class Filter(BaseFilterForm):
    """One field of words; what they mean is the subclass's."""

    q = forms.CharField(
        label=_("Words"), required=False, max_length=100, widget=forms.TextInput({"type": "search"})
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """The objects the words are about."""
        self.search_query = self.cleaned_data.get("q", "").strip()
        self.is_searching = bool(self.search_query)
        return objects.filter(self.meaning(self.search_query)) if self.is_searching else objects

    def meaning(self, words: str) -> Q:
        """The condition of the words."""
        return Q(name__icontains=words) | Q(slug__icontains=words)


class ListingFilter(Filter):
    """Words as buyers search them."""

    def meaning(self, words: str) -> Q:
        """Every word beginning or standing in the folded title, kind, seller or place."""
        condition = Q()
        for word in Sought(words).words:
            condition &= Q(shelf__folded__contains=word)
        return condition


class CodeFilter(Filter):
    """A voucher's code or title."""

    def meaning(self, words: str) -> Q:
        """Where the words stand."""
        return Q(code__icontains=words) | Q(title_vi__icontains=words)


def listings() -> QuerySet[Listing]:
    """Published listings of verified cooperatives: what buyers can see now."""
    return (
        Listing.objects.filter(
            state=Listing.State.PUBLISHED,
            cooperative__state=Cooperative.State.VERIFIED,
            shelf__isnull=False,
        )
        .annotate(shown=F("shelf__title_vi"), seller=F("cooperative__name"))
        .order_by("shelf__title_vi", "pk")
    )


def cooperatives() -> QuerySet[Cooperative]:
    """Verified cooperatives."""
    return Cooperative.objects.filter(state=Cooperative.State.VERIFIED).order_by("name", "pk")


class Titled:
    """A listing is shown by its title and its cooperative."""

    filter_form_class = ListingFilter

    def get_object_list(self) -> QuerySet[Listing]:
        """What may be chosen."""
        return listings()

    @property
    def title_column(self) -> Any:
        """The title on the shelf instead of the slug."""
        column = super().title_column  # type: ignore[misc] # Wagtail's view stands behind
        column.accessor = "shown"
        return column

    @property
    def columns(self) -> list[Column]:
        """The title and who sells."""
        return [*super().columns, Column("seller", label=_("Cooperative"))]  # type: ignore[misc]


class ListingChoose(Titled, ChooseView):
    """The window to choose a listing in."""


class ListingResults(Titled, ChooseResultsView):
    """Its list of results."""


class Sellers:
    """Verified cooperatives by name."""

    filter_form_class = Filter

    def get_object_list(self) -> QuerySet[Cooperative]:
        """What may be chosen."""
        return cooperatives()


class SellerChoose(Sellers, ChooseView):
    """The window to choose a cooperative in."""


class SellerResults(Sellers, ChooseResultsView):
    """Its list of results."""


class CodeChoose(ChooseView):
    """The window to choose a voucher in."""

    filter_form_class = CodeFilter


class CodeResults(ChooseResultsView):
    """Its list of results."""

    filter_form_class = CodeFilter


class ListingChooser(ChooserViewSet):
    """Listings on the shelf."""

    model = Listing
    icon = "tag"
    per_page = 12
    choose_one_text = _("Choose a listing on the shelf")
    choose_another_text = _("Choose another listing")
    choose_view_class = ListingChoose
    choose_results_view_class = ListingResults
    register_widget = False


class CooperativeChooser(ChooserViewSet):
    """Verified cooperatives."""

    model = Cooperative
    icon = "group"
    per_page = 12
    choose_one_text = _("Choose a verified cooperative")
    choose_another_text = _("Choose another cooperative")
    choose_view_class = SellerChoose
    choose_results_view_class = SellerResults
    register_widget = False


class VoucherChooser(ChooserViewSet):
    """Vouchers."""

    model = Voucher
    icon = "tag"
    per_page = 12
    choose_one_text = _("Choose a voucher")
    choose_another_text = _("Choose another voucher")
    choose_view_class = CodeChoose
    choose_results_view_class = CodeResults
    register_widget = False


listing_chooser = ListingChooser("wagtail_listings")
cooperative_chooser = CooperativeChooser("wagtail_cooperatives")
voucher_chooser = VoucherChooser("wagtail_vouchers_chooser")
VIEWSETS = (listing_chooser, cooperative_chooser, voucher_chooser)

ListingBlock = listing_chooser.get_block_class(name="ListingBlock", module_path="cms.choosers")
CooperativeBlock = cooperative_chooser.get_block_class(
    name="CooperativeBlock", module_path="cms.choosers"
)
VoucherBlock = voucher_chooser.get_block_class(name="VoucherBlock", module_path="cms.choosers")
