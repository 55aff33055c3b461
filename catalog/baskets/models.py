"""What the market keeps beside Oscar's baskets: their key for apps, and where a line came from."""

from django.db import models


class Source(models.TextChoices):
    """How a buyer came to a good: kept on basket lines, then on order lines."""

    SEARCH = "search"
    CATEGORY = "category"
    HOME = "home"
    PROMOTION = "promotion"
    LIVE = "live"
    STOREFRONT = "storefront"
    SCAN = "scan"
    ASSISTED = "assisted"
    API = "api"
    DIRECT = "direct"


class BasketKey(models.Model):
    """Opens a basket to an app without cookies: the token is given once, its hash kept."""

    basket = models.OneToOneField("basket.Basket", models.CASCADE, related_name="key")
    public_id = models.CharField(max_length=43, unique=True)
    token_sha256 = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        """The public id."""
        return self.public_id


class BasketLineSource(models.Model):
    """Where the buyer was when the line was added, and the harvest it is to come from."""

    line = models.OneToOneField(
        "basket.Line", models.CASCADE, primary_key=True, related_name="source"
    )
    source = models.CharField(max_length=10, choices=Source, default=Source.DIRECT)
    detail = models.CharField(max_length=120, blank=True)
    offer = models.ForeignKey(
        "catalog.WindowPack",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The coming harvest it is ordered from; none for goods that are there.",
    )

    def __str__(self) -> str:
        """The source."""
        return self.source
