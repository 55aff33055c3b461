"""The market's own tables beside Oscar's."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

import marketplace.records.tokens


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("basket", "0012_line_code"),
        ("catalogue", "0032_category_exclude_from_menu_category_long_description"),
        ("communes", "0001_initial"),
        ("order", "0021_billingaddress_code_shippingaddress_code"),
        ("partner", "0007_partneraddress_code"),
        ("records", "0001_records"),
        ("traceability", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.CreateModel(
            name="BasketLineSource",
            fields=[
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="source",
                        serialize=False,
                        to="basket.line",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("search", "Search"),
                            ("category", "Category"),
                            ("home", "Home"),
                            ("promotion", "Promotion"),
                            ("live", "Live"),
                            ("storefront", "Storefront"),
                            ("scan", "Scan"),
                            ("assisted", "Assisted"),
                            ("api", "Api"),
                            ("direct", "Direct"),
                        ],
                        default="direct",
                        max_length=10,
                    ),
                ),
                ("detail", models.CharField(blank=True, max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="Lane",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=20, unique=True)),
                ("name_vi", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
                ("is_cool", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "season_months",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Not published yet"),
                            ("published", "On the shelf"),
                            ("hidden", "Hidden by the cooperative"),
                            ("withdrawn", "Withdrawn by the province"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=0, help_text="Counts the approved changes."
                    ),
                ),
                ("slug", models.SlugField(blank=True, max_length=120)),
                ("created_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ("pk",),
                "permissions": (("decide_listing", "Can decide on listing changes"),),
            },
        ),
        migrations.CreateModel(
            name="Zone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=20, unique=True)),
                ("name_vi", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="BasketKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.CharField(max_length=43, unique=True)),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                (
                    "basket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="key",
                        to="basket.basket",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Cooperative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="trade name")),
                ("legal_name", models.CharField(max_length=200, verbose_name="legal name")),
                (
                    "legal_form",
                    models.CharField(
                        choices=[
                            ("cooperative", "Cooperative"),
                            ("union", "Union of cooperatives"),
                            ("company", "Company"),
                            ("household", "Household business"),
                        ],
                        max_length=12,
                        verbose_name="legal form",
                    ),
                ),
                (
                    "tax_code",
                    models.CharField(
                        max_length=14,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^\\d{10}(-\\d{3})?$|^\\d{12}$")
                        ],
                        verbose_name="tax code",
                    ),
                ),
                (
                    "street",
                    models.CharField(max_length=200, verbose_name="house and street or hamlet"),
                ),
                (
                    "representative",
                    models.CharField(max_length=120, verbose_name="legal representative"),
                ),
                ("phone", models.CharField(max_length=20, verbose_name="phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("story", models.TextField(blank=True, max_length=4000, verbose_name="who we are")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "Waiting for verification"),
                            ("returned", "Returned for changes"),
                            ("verified", "Verified"),
                            ("suspended", "Suspended"),
                        ],
                        default="applied",
                        max_length=10,
                    ),
                ),
                ("applied_at", models.DateTimeField()),
                (
                    "due_at",
                    models.DateTimeField(help_text="When the province has to have answered."),
                ),
                ("verified_at", models.DateTimeField(blank=True, null=True)),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="communes.commune",
                    ),
                ),
                (
                    "partner",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cooperative",
                        to="partner.partner",
                    ),
                ),
                (
                    "party",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="traceability.party",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "permissions": (("verify_cooperative", "Can verify cooperatives"),),
            },
        ),
        migrations.CreateModel(
            name="BankAccount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bank_bin",
                    models.CharField(
                        max_length=6, validators=[django.core.validators.RegexValidator("^\\d{6}$")]
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=19,
                        validators=[django.core.validators.RegexValidator("^[0-9A-Za-z]{1,19}$")],
                    ),
                ),
                ("holder", models.CharField(max_length=120)),
                ("valid_from", models.DateTimeField()),
                ("valid_to", models.DateTimeField(blank=True, null=True)),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_accounts",
                        to="catalog.cooperative",
                    ),
                ),
            ],
            options={
                "ordering": ("-valid_from", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="CooperativeDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "Waiting for verification"),
                            ("returned", "Returned for changes"),
                            ("verified", "Verified"),
                            ("suspended", "Suspended"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=2000)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="catalog.cooperative",
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="CooperativePaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "Business registration"),
                            ("identity", "Identity of the representative"),
                            ("food_safety", "Food safety"),
                            ("certificate", "Certificate"),
                            ("bank", "Bank account proof"),
                            ("other", "Other paper"),
                        ],
                        max_length=12,
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="catalog.cooperative",
                    ),
                ),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.paper",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("ocop", "OCOP"),
                            ("vietgap", "VietGAP"),
                            ("globalgap", "GlobalG.A.P."),
                            ("organic", "Organic"),
                            ("haccp", "HACCP"),
                            ("iso22000", "ISO 22000"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "stars",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="OCOP: 3, 4 or 5.", null=True
                    ),
                ),
                ("number", models.CharField(max_length=60)),
                ("issuer", models.CharField(max_length=160)),
                ("scope", models.CharField(blank=True, max_length=200)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField()),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="catalog.cooperative",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="catalog.cooperativepaper",
                    ),
                ),
            ],
            options={
                "ordering": ("scheme", "pk"),
            },
        ),
        migrations.CreateModel(
            name="GoodsCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        help_text="Such as fresh-fruit/longan.", max_length=120, unique=True
                    ),
                ),
                ("name_vi", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
                ("folded", models.CharField(max_length=160)),
                ("hs_hint", models.CharField(blank=True, max_length=10)),
                ("handling", models.CharField(blank=True, max_length=200)),
                ("perishable", models.BooleanField(default=False)),
                (
                    "drawing",
                    models.CharField(
                        blank=True, help_text="Name of the crop's drawing.", max_length=40
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "category",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goods",
                        to="catalogue.category",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="catalog.goodscategory",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "goods categories",
                "ordering": ("position", "path"),
            },
        ),
        migrations.CreateModel(
            name="IdentityCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("papers", "Papers looked at"),
                            ("tax_register", "Tax register"),
                            ("vneid", "VNeID"),
                            ("visit", "Visit"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        help_text="1 claimed, 2 checked, 3 met in person."
                    ),
                ),
                ("evidence_sha256", models.CharField(blank=True, max_length=64)),
                ("checked_at", models.DateTimeField()),
                (
                    "checked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identity_checks",
                        to="catalog.cooperative",
                    ),
                ),
            ],
            options={
                "ordering": ("-checked_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="LaneOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_offered", models.BooleanField(default=True)),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lanes",
                        to="catalog.cooperative",
                    ),
                ),
                (
                    "lane",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="catalog.lane",
                    ),
                ),
            ],
            options={
                "ordering": ("lane__position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ShelfItem",
            fields=[
                (
                    "listing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="shelf",
                        serialize=False,
                        to="catalog.listing",
                    ),
                ),
                ("slug", models.SlugField(max_length=120)),
                ("title_vi", models.CharField(max_length=120)),
                ("title_en", models.CharField(blank=True, max_length=120)),
                (
                    "folded",
                    models.TextField(
                        help_text="Title, crop, variety, seller and place, without accents."
                    ),
                ),
                ("sort_key", models.CharField(max_length=400)),
                ("category_id", models.BigIntegerField()),
                ("category_path", models.CharField(max_length=120)),
                ("category_vi", models.CharField(max_length=80)),
                ("category_en", models.CharField(max_length=80)),
                (
                    "crop",
                    models.CharField(
                        blank=True, help_text="Name of the crop's drawing.", max_length=40
                    ),
                ),
                ("cooperative_id", models.BigIntegerField()),
                ("cooperative_name", models.CharField(max_length=120)),
                ("cooperative_slug", models.SlugField(max_length=80)),
                ("commune_code", models.CharField(max_length=5)),
                ("commune_name", models.CharField(max_length=80)),
                ("price", models.PositiveBigIntegerField(help_text="đồng, cheapest pack on sale")),
                ("price_per_kg", models.PositiveBigIntegerField(help_text="đồng per kg, cheapest")),
                ("unit_vi", models.CharField(max_length=80)),
                ("unit_en", models.CharField(blank=True, max_length=80)),
                (
                    "available",
                    models.PositiveIntegerField(help_text="units over all packs and lots"),
                ),
                ("image", models.JSONField(blank=True, default=dict)),
                ("ocop_stars", models.PositiveSmallIntegerField(default=0)),
                (
                    "certificates",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                ("protected_name", models.CharField(blank=True, max_length=120)),
                (
                    "season_months",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), default=list, size=None
                    ),
                ),
                ("harvested_on", models.DateField(blank=True, null=True)),
                ("published_at", models.DateTimeField()),
                ("refreshed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-published_at", "-listing_id"),
            },
        ),
        migrations.AddField(
            model_name="listing",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="listings",
                to="catalog.goodscategory",
            ),
        ),
        migrations.AddField(
            model_name="listing",
            name="certificates",
            field=models.ManyToManyField(blank=True, related_name="+", to="catalog.certificate"),
        ),
        migrations.AddField(
            model_name="listing",
            name="commune",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="communes.commune"
            ),
        ),
        migrations.AddField(
            model_name="listing",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="listings",
                to="catalog.cooperative",
            ),
        ),
        migrations.AddField(
            model_name="listing",
            name="product",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="listing",
                to="catalogue.product",
            ),
        ),
        migrations.CreateModel(
            name="ListingChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("proposed", models.JSONField()),
                ("base_version", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Waiting for the province"),
                            ("approved", "Approved"),
                            ("returned", "Returned"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="submitted",
                        max_length=9,
                    ),
                ),
                ("proposed_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, max_length=2000)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="catalog.listing",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("due_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ListingText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "English")], max_length=2
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("description", models.TextField(max_length=8000, verbose_name="description")),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="catalog.listing",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="LotBalance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received", models.PositiveIntegerField(default=0)),
                ("held", models.PositiveIntegerField(default=0)),
                ("sold", models.PositiveIntegerField(default=0)),
                ("best_before", models.DateField(blank=True, null=True)),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="traceability.lot",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quantity", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("held", "Held"), ("sold", "Sold"), ("released", "Released")],
                        default="held",
                        max_length=8,
                    ),
                ),
                (
                    "order_line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="order.line",
                    ),
                ),
                (
                    "balance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="catalog.lotbalance",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("owner", "Owner"), ("seller", "Seller"), ("packer", "Packer")],
                        max_length=6,
                    ),
                ),
                ("since", models.DateTimeField()),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="catalog.cooperative",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Pack",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="Stays the same from change to change.", max_length=22
                    ),
                ),
                ("name_vi", models.CharField(help_text="Such as Thùng 5 kg.", max_length=80)),
                ("name_en", models.CharField(blank=True, max_length=80)),
                ("grade", models.CharField(blank=True, max_length=60)),
                ("net_weight_g", models.PositiveIntegerField()),
                (
                    "price",
                    models.PositiveBigIntegerField(
                        help_text="đồng; the same as Oscar's stock record"
                    ),
                ),
                ("is_sold", models.BooleanField(default=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "item",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="traceability.tradeitem",
                    ),
                ),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packs",
                        to="catalog.listing",
                    ),
                ),
                (
                    "product",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pack",
                        to="catalogue.product",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.AddField(
            model_name="lotbalance",
            name="pack",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="balances",
                to="catalog.pack",
            ),
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(editable=False, max_length=43, unique=True)),
                (
                    "original",
                    models.ImageField(
                        height_field="height",
                        max_length=120,
                        upload_to="pictures/",
                        width_field="width",
                    ),
                ),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "sizes",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text='{"webp": {"320": name, …}, "avif": …, "jpeg": …}',
                    ),
                ),
                ("is_drawing", models.BooleanField(default=False)),
                ("uploaded_at", models.DateTimeField()),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pictures",
                        to="catalog.cooperative",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="ListingPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("alt", models.CharField(max_length=160)),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="catalog.listing",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="catalog.picture",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="placement",
                        serialize=False,
                        to="order.order",
                    ),
                ),
                (
                    "idempotency_key",
                    models.CharField(blank=True, max_length=255, null=True, unique=True),
                ),
                ("request_sha256", models.CharField(blank=True, max_length=64)),
                (
                    "token",
                    models.CharField(
                        default=marketplace.records.tokens.fresh,
                        editable=False,
                        max_length=43,
                        unique=True,
                    ),
                ),
                ("channel", models.CharField(max_length=12)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                ("name", models.CharField(max_length=120)),
                ("phone", models.CharField(max_length=20)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("street", models.CharField(max_length=200)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("invoice_wish", models.JSONField(blank=True, default=dict)),
                ("terms_version", models.CharField(max_length=20)),
                (
                    "language",
                    models.CharField(
                        choices=[("vi", "Tiếng Việt"), ("en", "English")],
                        default="vi",
                        max_length=2,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("search", "Search"),
                            ("category", "Category"),
                            ("home", "Home"),
                            ("promotion", "Promotion"),
                            ("live", "Live"),
                            ("storefront", "Storefront"),
                            ("scan", "Scan"),
                            ("assisted", "Assisted"),
                            ("api", "Api"),
                            ("direct", "Direct"),
                        ],
                        default="direct",
                        max_length=10,
                    ),
                ),
                ("placed_at", models.DateTimeField()),
                (
                    "basket",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placement",
                        to="basket.basket",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="communes.commune",
                    ),
                ),
            ],
            options={
                "ordering": ("-placed_at",),
            },
        ),
        migrations.CreateModel(
            name="ProtectedName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=60, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("gi", "Geographical indication"),
                            ("certification", "Certification mark"),
                            ("collective", "Collective mark"),
                        ],
                        max_length=13,
                    ),
                ),
                ("name_vi", models.CharField(max_length=120)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("source", models.CharField(max_length=300)),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="protected_names",
                        to="catalog.goodscategory",
                    ),
                ),
            ],
            options={
                "ordering": ("key",),
            },
        ),
        migrations.AddField(
            model_name="listing",
            name="protected_name",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalog.protectedname",
            ),
        ),
        migrations.CreateModel(
            name="SellerOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting for payment"),
                            ("to_confirm", "To confirm"),
                            ("confirmed", "Confirmed"),
                            ("packed", "Packed"),
                            ("shipped", "On its way"),
                            ("delivered", "Delivered"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("goods", models.PositiveBigIntegerField(help_text="đồng")),
                ("shipping", models.PositiveBigIntegerField(help_text="đồng")),
                ("total", models.PositiveBigIntegerField(help_text="đồng")),
                ("weight_g", models.PositiveIntegerField()),
                ("confirm_by", models.DateTimeField(blank=True, null=True)),
                ("arrives_from", models.DateField()),
                ("arrives_to", models.DateField()),
                ("tracking", models.CharField(blank=True, max_length=60)),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seller_orders",
                        to="catalog.cooperative",
                    ),
                ),
                (
                    "lane",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="catalog.lane",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seller_orders",
                        to="order.order",
                    ),
                ),
            ],
            options={
                "ordering": ("order", "pk"),
            },
        ),
        migrations.CreateModel(
            name="OrderEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("placed", "Order received"),
                            ("underpaid", "Part of the money arrived"),
                            ("paid", "Paid"),
                            ("confirmed", "Accepted by the cooperative"),
                            ("packed", "Packed"),
                            ("shipped", "Handed to the carrier"),
                            ("delivered", "Delivered"),
                            ("cancelled", "Cancelled"),
                            ("expired", "Not paid in time"),
                            ("revived", "Paid late, taken up again"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="order.order",
                    ),
                ),
                (
                    "seller_order",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="catalog.sellerorder",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SellerOrderLine",
            fields=[
                (
                    "line",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="part",
                        serialize=False,
                        to="order.line",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("quantity", models.PositiveIntegerField()),
                ("unit_price", models.PositiveBigIntegerField(help_text="đồng")),
                ("total", models.PositiveBigIntegerField(help_text="đồng")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("search", "Search"),
                            ("category", "Category"),
                            ("home", "Home"),
                            ("promotion", "Promotion"),
                            ("live", "Live"),
                            ("storefront", "Storefront"),
                            ("scan", "Scan"),
                            ("assisted", "Assisted"),
                            ("api", "Api"),
                            ("direct", "Direct"),
                        ],
                        default="direct",
                        max_length=10,
                    ),
                ),
                ("source_detail", models.CharField(blank=True, max_length=120)),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="catalog.pack",
                    ),
                ),
                (
                    "seller_order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="catalog.sellerorder",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="PackedLot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quantity", models.PositiveIntegerField()),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="traceability.lot",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packed",
                        to="catalog.sellerorderline",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="StockMovement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("written_off", "Written Off"),
                            ("held", "Held"),
                            ("released", "Released"),
                            ("sold", "Sold"),
                            ("returned", "Returned"),
                        ],
                        max_length=11,
                    ),
                ),
                ("quantity", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "balance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="catalog.lotbalance",
                    ),
                ),
                (
                    "order_line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="order.line",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Variety",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=60, unique=True)),
                ("name_vi", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="varieties",
                        to="catalog.goodscategory",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "varieties",
                "ordering": ("category", "key"),
            },
        ),
        migrations.CreateModel(
            name="Season",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=60, unique=True)),
                ("month_from", models.PositiveSmallIntegerField()),
                ("month_to", models.PositiveSmallIntegerField()),
                ("note", models.CharField(blank=True, max_length=200)),
                ("source", models.CharField(max_length=300)),
                ("confidence", models.CharField(blank=True, max_length=120)),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seasons",
                        to="catalog.goodscategory",
                    ),
                ),
                (
                    "variety",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="catalog.variety",
                    ),
                ),
            ],
            options={
                "ordering": ("key",),
            },
        ),
        migrations.AddField(
            model_name="listing",
            name="variety",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalog.variety",
            ),
        ),
        migrations.CreateModel(
            name="LaneRate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "up_to_g",
                    models.PositiveIntegerField(help_text="parcel weight in grams, inclusive"),
                ),
                ("price", models.PositiveBigIntegerField(help_text="đồng")),
                ("days_min", models.PositiveSmallIntegerField()),
                ("days_max", models.PositiveSmallIntegerField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("source", models.CharField(max_length=200)),
                (
                    "lane",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rates",
                        to="catalog.lane",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rates",
                        to="catalog.zone",
                    ),
                ),
            ],
            options={
                "ordering": ("lane", "zone", "up_to_g", "valid_from"),
            },
        ),
        migrations.CreateModel(
            name="ZoneProvince",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("province_code", models.CharField(max_length=2, unique=True)),
                (
                    "zone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="provinces",
                        to="catalog.zone",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="cooperative",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["verified", "suspended"]), _negated=True),
                    ("verified_at__isnull", False),
                    _connector="OR",
                ),
                name="cooperative_verified_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperative",
            constraint=models.CheckConstraint(
                condition=models.Q(("tax_code__regex", "^(\\d{10}(-\\d{3})?|\\d{12})$")),
                name="cooperative_tax_code_has_its_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperative",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["applied", "returned", "verified", "suspended"])),
                name="cooperative_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankaccount",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("cooperative",),
                name="bank_account_one_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankaccount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="bank_account_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="bankaccount",
            constraint=models.CheckConstraint(
                condition=models.Q(("bank_bin__regex", "^\\d{6}$")),
                name="bank_account_bin_has_six_digits",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativedecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["returned", "suspended"]), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="cooperative_returned_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_to__gte", models.F("valid_from"))),
                name="certificate_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("scheme", "ocop"), ("stars__gte", 3), ("stars__lte", 5)),
                    models.Q(models.Q(("scheme", "ocop"), _negated=True), ("stars__isnull", True)),
                    _connector="OR",
                ),
                name="certificate_only_ocop_has_3_to_5_stars",
            ),
        ),
        migrations.AddConstraint(
            model_name="identitycheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__gte", 1), ("level__lte", 3)),
                name="identity_check_level_1_to_3",
            ),
        ),
        migrations.AddConstraint(
            model_name="laneoffer",
            constraint=models.UniqueConstraint(
                fields=("cooperative", "lane"), name="lane_offer_once_per_cooperative"
            ),
        ),
        migrations.AddIndex(
            model_name="shelfitem",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded"], name="shelf_folded_trigrams", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="shelfitem",
            index=models.Index(fields=["-published_at", "-listing"], name="shelf_newest"),
        ),
        migrations.AddIndex(
            model_name="shelfitem",
            index=models.Index(fields=["price_per_kg", "listing"], name="shelf_by_price_per_kg"),
        ),
        migrations.AddIndex(
            model_name="shelfitem",
            index=models.Index(
                fields=["category_path", "-published_at"],
                name="shelf_by_category",
                opclasses=["varchar_pattern_ops", "timestamptz_ops"],
            ),
        ),
        migrations.AddIndex(
            model_name="shelfitem",
            index=models.Index(fields=["cooperative_id"], name="shelf_by_cooperative"),
        ),
        migrations.AddConstraint(
            model_name="listingchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "returned"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="listing_change_returned_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="listingchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["submitted", "withdrawn"]),
                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="listing_change_decided_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="listingchange",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "submitted")),
                fields=("listing",),
                name="listing_change_one_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="listingtext",
            constraint=models.UniqueConstraint(
                fields=("listing", "language"), name="listing_text_once_per_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="listingtext",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="listing_text_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gte", 1)), name="hold_holds_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "held")),
                fields=("balance", "order_line"),
                name="hold_one_per_balance_and_line",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                fields=("cooperative", "user"), name="membership_once_per_cooperative"
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["owner", "seller", "packer"])),
                name="membership_role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="pack",
            constraint=models.UniqueConstraint(
                fields=("listing", "key"), name="pack_key_once_per_listing"
            ),
        ),
        migrations.AddConstraint(
            model_name="pack",
            constraint=models.CheckConstraint(
                condition=models.Q(("net_weight_g__gte", 1)), name="pack_has_a_weight"
            ),
        ),
        migrations.AddConstraint(
            model_name="pack",
            constraint=models.CheckConstraint(
                condition=models.Q(("price__gte", 1)), name="pack_has_a_price"
            ),
        ),
        migrations.AddConstraint(
            model_name="lotbalance",
            constraint=models.UniqueConstraint(
                fields=("lot", "pack"), name="lot_balance_one_per_lot_and_pack"
            ),
        ),
        migrations.AddConstraint(
            model_name="lotbalance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "received__gte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("held"), "+", models.F("sold")
                        ),
                    )
                ),
                name="lot_balance_holds_and_sales_within_received",
            ),
        ),
        migrations.AddConstraint(
            model_name="listingpicture",
            constraint=models.UniqueConstraint(
                fields=("listing", "position"), name="listing_picture_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerorder",
            constraint=models.UniqueConstraint(
                fields=("order", "cooperative"), name="seller_order_one_per_cooperative"
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "total",
                        django.db.models.expressions.CombinedExpression(
                            models.F("goods"), "+", models.F("shipping")
                        ),
                    )
                ),
                name="seller_order_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "waiting",
                            "to_confirm",
                            "confirmed",
                            "packed",
                            "shipped",
                            "delivered",
                            "cancelled",
                        ],
                    )
                ),
                name="seller_order_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerorderline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "total",
                        django.db.models.expressions.CombinedExpression(
                            models.F("unit_price"), "*", models.F("quantity")
                        ),
                    )
                ),
                name="seller_line_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerorderline",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gte", 1)), name="seller_line_sells_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="packedlot",
            constraint=models.UniqueConstraint(
                fields=("line", "lot"), name="packed_lot_once_per_line"
            ),
        ),
        migrations.AddConstraint(
            model_name="packedlot",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gte", 1)), name="packed_lot_packs_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="stockmovement",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gte", 1)), name="stock_movement_moves_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="season",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("month_from__gte", 1),
                    ("month_from__lte", 12),
                    ("month_to__gte", 1),
                    ("month_to__lte", 12),
                ),
                name="season_months_are_1_to_12",
            ),
        ),
        migrations.AddConstraint(
            model_name="listing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "draft"),
                    models.Q(
                        ("product__isnull", False),
                        ("published_at__isnull", False),
                        ("version__gte", 1),
                    ),
                    _connector="OR",
                ),
                name="listing_published_has_a_product",
            ),
        ),
        migrations.AddConstraint(
            model_name="listing",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "published", "hidden", "withdrawn"])),
                name="listing_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="lanerate",
            constraint=models.UniqueConstraint(
                fields=("lane", "zone", "up_to_g", "valid_from"), name="lane_rate_once_per_weight"
            ),
        ),
        migrations.AddConstraint(
            model_name="lanerate",
            constraint=models.CheckConstraint(
                condition=models.Q(("days_max__gte", models.F("days_min"))),
                name="lane_rate_days_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="lanerate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="lane_rate_ends_after_it_begins",
            ),
        ),
    ]
