"""Listings: one crop of one cooperative, what is written about it, and what is proposed."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.listings.constraints import OF_A_CHANGE


class Listing(models.Model):
    """One crop of one cooperative: Oscar's parent product is born when it is first approved."""

    class State(models.TextChoices):
        """Where the listing stands; ``MOVES`` says what may follow."""

        DRAFT = "draft", _("Not published yet")
        PUBLISHED = "published", _("On the shelf")
        HIDDEN = "hidden", _("Hidden by the cooperative")
        WITHDRAWN = "withdrawn", _("Withdrawn by the province")

    MOVES: ClassVar = {
        State.DRAFT: {State.PUBLISHED},
        State.PUBLISHED: {State.HIDDEN, State.WITHDRAWN},
        State.HIDDEN: {State.PUBLISHED, State.WITHDRAWN},
        State.WITHDRAWN: {State.PUBLISHED, State.HIDDEN},
    }

    cooperative = models.ForeignKey("catalog.Cooperative", models.PROTECT, related_name="listings")
    product = models.OneToOneField(
        "catalogue.Product",
        models.PROTECT,
        null=True,
        related_name="listing",
        editable=False,
    )
    category = models.ForeignKey("catalog.GoodsCategory", models.PROTECT, related_name="listings")
    variety = models.ForeignKey(
        "catalog.Variety", models.PROTECT, null=True, blank=True, related_name="+"
    )
    commune = models.ForeignKey("communes.Commune", models.PROTECT, related_name="+")
    protected_name = models.ForeignKey(
        "catalog.ProtectedName", models.PROTECT, null=True, blank=True, related_name="+"
    )
    certificates = models.ManyToManyField("catalog.Certificate", blank=True, related_name="+")
    season_months = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True, size=12
    )
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0, help_text="Counts the approved changes.")
    slug = models.SlugField(max_length=120, blank=True)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(product__isnull=False, published_at__isnull=False, version__gte=1),
                name="listing_published_has_a_product",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "published", "hidden", "withdrawn"]),
                name="listing_state_is_known",
            ),
        )
        permissions = (("decide_listing", "Can decide on listing changes"),)

    def __str__(self) -> str:
        """The slug, or the key before it has one."""
        return self.slug or f"listing {self.pk}"

    def get_absolute_url(self) -> str:
        """The product page, Vietnamese."""
        return f"/p/{self.slug}-{self.pk}"

    def can_become(self, state: str) -> bool:
        """Whether the listing may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class ListingText(models.Model):
    """What the cooperative writes about a listing, a language a row; Vietnamese is required."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(_("description"), max_length=8_000)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("listing", "language"), name="listing_text_once_per_language"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="listing_text_has_a_title"),
        )

    def __str__(self) -> str:
        """Language and title."""
        return f"{self.language}: {self.title}"


class Picture(models.Model):
    """An uploaded picture, re-encoded without metadata; its sizes are made in the background."""

    cooperative = models.ForeignKey("catalog.Cooperative", models.PROTECT, related_name="pictures")
    token = models.CharField(max_length=43, unique=True, editable=False)
    original = models.ImageField(
        upload_to="pictures/",
        max_length=120,
        width_field="width",
        height_field="height",
    )
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    sizes = models.JSONField(
        default=dict,
        blank=True,
        help_text='{"webp": {"320": name, …}, "avif": …, "jpeg": …}',
    )
    is_drawing = models.BooleanField(default=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        """Its token."""
        return self.token


class ListingPicture(models.Model):
    """A picture of a listing, in its place, with the words for those who cannot see it."""

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    alt = models.CharField(max_length=160)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("listing", "position"), name="listing_picture_one_per_place"
            ),
        )

    def __str__(self) -> str:
        """Place and words."""
        return f"{self.position}: {self.alt}"


class Pack(models.Model):
    """A grade and size in which a listing is sold: Oscar's child product, with its own price."""

    listing = models.ForeignKey(Listing, models.PROTECT, related_name="packs")
    product = models.OneToOneField(
        "catalogue.Product", models.PROTECT, related_name="pack", editable=False
    )
    item = models.OneToOneField(
        "traceability.TradeItem", models.PROTECT, related_name="+", editable=False
    )
    key = models.CharField(max_length=22, help_text="Stays the same from change to change.")
    name_vi = models.CharField(max_length=80, help_text="Such as Thùng 5 kg.")
    name_en = models.CharField(max_length=80, blank=True)
    grade = models.CharField(max_length=60, blank=True)
    net_weight_g = models.PositiveIntegerField()
    price = models.PositiveBigIntegerField(help_text="đồng; the same as Oscar's stock record")
    is_sold = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=("listing", "key"), name="pack_key_once_per_listing"),
            models.CheckConstraint(condition=Q(net_weight_g__gte=1), name="pack_has_a_weight"),
            models.CheckConstraint(condition=Q(price__gte=1), name="pack_has_a_price"),
        )

    def __str__(self) -> str:
        """The Vietnamese name."""
        return self.name_vi

    @property
    def cooperative_id(self) -> int:
        """Whose pack it is."""
        return self.listing.cooperative_id


class ListingChange(models.Model):
    """What a cooperative proposes for a listing, and what the province answered. Never edited.

    ``proposed`` is the whole listing as it would be: category, variety, commune, season_months,
    protected_name, certificates, texts {language: {title, description}}, pictures [{token, alt}],
    packs [{key, name_vi, name_en, grade, net_weight_g, price}], first_lot {…} on a new listing.
    """

    class State(models.TextChoices):
        """Where a change stands; ``MOVES`` says what may follow."""

        SUBMITTED = "submitted", _("Waiting for the province")
        CHANGES_REQUESTED = "changes_requested", _("Changes asked for")
        APPROVED = "approved", _("Approved")
        RETURNED = "returned", _("Turned down")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    MOVES: ClassVar = {
        State.SUBMITTED: {
            *(State.APPROVED, State.CHANGES_REQUESTED, State.RETURNED, State.WITHDRAWN)
        },
        State.CHANGES_REQUESTED: {State.WITHDRAWN},
        State.APPROVED: set(),
        State.RETURNED: set(),
        State.WITHDRAWN: set(),
    }

    listing = models.ForeignKey(Listing, models.PROTECT, related_name="changes")
    proposed = models.JSONField()
    base_version = models.PositiveIntegerField()
    state = models.CharField(max_length=17, choices=State, default=State.SUBMITTED)
    first = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="later_rounds"
    )
    round = models.PositiveSmallIntegerField(default=1, help_text="Sent in for the n-th time.")
    touches = ArrayField(models.CharField(max_length=14), default=list, blank=True)
    noticed = models.JSONField(default=list, blank=True, help_text="What the machine noticed.")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    due_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    rule = models.ForeignKey(
        "catalog.PassRule", models.PROTECT, null=True, blank=True, related_name="changes"
    )
    reason = models.TextField(blank=True, max_length=8_000, help_text="All that was said, as told.")
    message = models.TextField(blank=True, max_length=2_000, help_text="The free words of it.")
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    assigned_at = models.DateTimeField(null=True, blank=True)
    mend_by = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_at", "pk")
        constraints = OF_A_CHANGE
        indexes = (
            models.Index(
                fields=("due_at", "id"), condition=Q(state="submitted"), name="listing_change_queue"
            ),
        )

    def __str__(self) -> str:
        """Listing and state."""
        return f"change {self.pk} of {self.listing_id}: {self.state}"

    def can_become(self, state: str) -> bool:
        """Whether the change may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]

    @property
    def receipt(self) -> str:
        """The number the cooperative was given: the same in every round."""
        return f"DN-{self.first_id or self.pk:06d}"
