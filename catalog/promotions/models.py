"""Vouchers, who used them, and how a voucher was shared among the parts of an order."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Payer(models.TextChoices):
    """Whose money a discount is: the cooperatives' own only for their own goods."""

    PROVINCE = "province", _("The province")
    PLATFORM = "platform", _("The market")
    COOPERATIVE = "cooperative", _("The cooperative")


class Voucher(models.Model):
    """A code that takes something off, with its payer. What it may cost is bounded by its rows."""

    class Kind(models.TextChoices):
        """What it takes off."""

        AMOUNT = "amount", _("A sum off the goods")
        PERCENT = "percent", _("A share of the goods")
        SHIPPING = "shipping", _("Delivery")

    code = models.CharField(
        _("code"),
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^[A-Z0-9]{3,20}$", _("Capital letters and digits, 3 to 20."))],
        help_text=_("What buyers type, such as TUANNHAN."),
    )
    title_vi = models.CharField(_("title"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    kind = models.CharField(_("takes off"), max_length=8, choices=Kind)
    amount = models.PositiveBigIntegerField(
        _("sum in đồng"), help_text=_("What is taken off; for a share or delivery the most.")
    )
    percent = models.PositiveSmallIntegerField(_("per cent"), null=True, blank=True)
    payer = models.CharField(_("who pays"), max_length=11, choices=Payer)
    cooperative = models.ForeignKey(
        "catalog.Cooperative",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vouchers",
        verbose_name=_("only for goods of"),
        help_text=_("Needed when the cooperative pays: it pays for its own goods alone."),
    )
    category = models.ForeignKey(
        "catalog.GoodsCategory",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only for goods of the kind"),
    )
    min_goods = models.PositiveBigIntegerField(
        _("from how many đồng of such goods"), default=0, blank=True
    )
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    most_uses = models.PositiveIntegerField(_("uses in all"))
    most_per_phone = models.PositiveSmallIntegerField(_("uses per phone number"), default=1)
    used = models.PositiveIntegerField(default=0, editable=False)
    stopped_at = models.DateTimeField(_("stopped at"), null=True, blank=True)

    class Meta:
        ordering = ("-ends_at", "code")
        verbose_name = _("voucher")
        verbose_name_plural = _("vouchers")
        constraints = (
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z0-9]{3,20}$"), name="voucher_code_has_its_shape"
            ),
            models.CheckConstraint(
                condition=~Q(payer="cooperative") | Q(cooperative__isnull=False),
                name="voucher_a_cooperative_pays_for_its_own_goods",
                violation_error_message=_("Say which cooperative pays."),
            ),
            models.CheckConstraint(
                condition=Q(kind="percent", percent__gte=1, percent__lte=100)
                | (~Q(kind="percent") & Q(percent__isnull=True)),
                name="voucher_share_is_1_to_100",
                violation_error_message=_("A share needs 1 to 100 per cent, others none."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=1),
                name="voucher_takes_something_off",
                violation_error_message=_("Say how many đồng."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="voucher_ends_after_it_begins",
                violation_error_message=_("It has to end after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(most_uses__gte=1, most_per_phone__gte=1), name="voucher_can_be_used"
            ),
            models.CheckConstraint(
                condition=Q(used__lte=F("most_uses")),
                name="voucher_used_as_often_as_it_may",
                violation_error_message=_("It was used more often already."),
            ),
        )

    def __str__(self) -> str:
        """The code."""
        return self.code

    @property
    def title(self) -> str:
        """What it gives, in the reader's language as far as it was written."""
        return (get_language() == "en" and self.title_en) or self.title_vi

    @property
    def left(self) -> int:
        """How many uses are left."""
        return self.most_uses - self.used


class BasketVoucher(models.Model):
    """The code a buyer typed into a basket; what it takes off is counted anew every time."""

    basket = models.OneToOneField(
        "basket.Basket", models.CASCADE, primary_key=True, related_name="typed_voucher"
    )
    voucher = models.ForeignKey(Voucher, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        """The basket's key and the voucher's."""
        return f"{self.basket_id} {self.voucher_id}"


class VoucherUse(models.Model):
    """A voucher that an order used: counted until the order is given up."""

    order = models.OneToOneField(
        "order.Order", models.PROTECT, primary_key=True, related_name="voucher_use"
    )
    voucher = models.ForeignKey(Voucher, models.PROTECT, related_name="uses")
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
    payer = models.CharField(max_length=11, choices=Payer)
    phone = models.CharField(max_length=20)
    amount = models.PositiveBigIntegerField(help_text="đồng")
    at = models.DateTimeField()
    given_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at",)
        constraints = (
            models.CheckConstraint(condition=Q(amount__gte=1), name="voucher_use_gives_something"),
            models.CheckConstraint(
                condition=Q(payer__in=["province", "platform", "cooperative"]),
                name="voucher_use_payer_is_known",
            ),
        )
        indexes = (models.Index(fields=("voucher", "phone"), name="voucher_use_by_phone"),)

    def __str__(self) -> str:
        """Code and amount."""
        return f"{self.code} {self.amount}"


class PartDiscount(models.Model):
    """What a voucher takes off one cooperative's part, and whose money that is.

    A discount that a cooperative pays stands in that cooperative's own part: ``only_for`` is whose
    goods the voucher is for, and the row refuses any other part.
    """

    seller_order = models.OneToOneField(
        "catalog.SellerOrder", models.PROTECT, primary_key=True, related_name="voucher_share"
    )
    use = models.ForeignKey(VoucherUse, models.PROTECT, related_name="shares")
    cooperative = models.ForeignKey("catalog.Cooperative", models.PROTECT, related_name="+")
    only_for = models.ForeignKey("catalog.Cooperative", models.PROTECT, null=True, related_name="+")
    payer = models.CharField(max_length=11, choices=Payer)
    goods = models.PositiveBigIntegerField(help_text="đồng")
    shipping = models.PositiveBigIntegerField(help_text="đồng")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(only_for__isnull=True) | Q(only_for=F("cooperative")),
                name="part_discount_stays_with_its_cooperative",
            ),
            models.CheckConstraint(
                condition=~Q(payer="cooperative") | Q(only_for__isnull=False),
                name="part_discount_of_a_cooperative_is_its_own",
            ),
            models.CheckConstraint(
                condition=Q(payer__in=["province", "platform", "cooperative"]),
                name="part_discount_payer_is_known",
            ),
            models.CheckConstraint(
                condition=Q(goods__gte=1) | Q(shipping__gte=1),
                name="part_discount_gives_something",
            ),
        )

    def __str__(self) -> str:
        """The part and both sums."""
        return f"{self.seller_order_id}: {self.goods} + {self.shipping}"
