"""What every part needs: mode, places on disk, applications, database, languages, time."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from oscar.defaults import *  # noqa: F403 -- Oscar reads its own settings from here

from marketplace.settings.environment import one_of, text, url

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(text("VAR_DIR", str(BASE_DIR / "var"))).resolve()

MARKET_MODE = one_of("MARKET_MODE", ("demo", "live"), "live")
DEMO = MARKET_MODE == "demo"
DEBUG = False

PUBLIC_URL = url("PUBLIC_URL", "http://127.0.0.1:8000", ("http", "https"))
TRACE_URL = url("TRACE_URL", PUBLIC_URL, ("http", "https"))
PROVINCE_CODE = text("PROVINCE_CODE", "14")
SITE_ID = 1

ROOT_URLCONF = "marketplace.urls"
WSGI_APPLICATION = "marketplace.wsgi.application"
AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The packages whose applications, commands and migrations are the market's own.
OUR_PACKAGES = ("marketplace", "cms", "catalog", "payments")
INSTALLED_APPS = [
    "marketplace.apps.MarketplaceConfig",
    "marketplace.people.apps.PeopleConfig",
    "marketplace.records.apps.RecordsConfig",
    "marketplace.design.apps.DesignConfig",
    "cms.apps.CmsConfig",
    "catalog.apps.CatalogConfig",
    "catalog.communes.apps.CommunesConfig",
    "catalog.traceability.apps.TraceabilityConfig",
    "payments.apps.PaymentsConfig",
    "marketplace.statistics.apps.StatisticsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.sitemaps",
    "django.contrib.flatpages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    # Oscar: our configurations where a URL or a receiver differs, its own elsewhere.
    "catalog.oscar_apps.Shop",
    "catalog.oscar_apps.AnalyticsConfig",
    "catalog.oscar_apps.CheckoutConfig",
    "oscar.apps.address.apps.AddressConfig",
    "oscar.apps.shipping.apps.ShippingConfig",
    "catalog.oscar_apps.CatalogueConfig",
    "oscar.apps.catalogue.reviews.apps.CatalogueReviewsConfig",
    "oscar.apps.communication.apps.CommunicationConfig",
    "oscar.apps.partner.apps.PartnerConfig",
    "catalog.oscar_apps.BasketConfig",
    "oscar.apps.payment.apps.PaymentConfig",
    "oscar.apps.offer.apps.OfferConfig",
    "oscar.apps.order.apps.OrderConfig",
    "catalog.oscar_apps.CustomerConfig",
    "catalog.oscar_apps.SearchConfig",
    "oscar.apps.voucher.apps.VoucherConfig",
    "oscar.apps.wishlists.apps.WishlistsConfig",
    "catalog.oscar_apps.DashboardConfig",
    "oscar.apps.dashboard.reports.apps.ReportsDashboardConfig",
    "oscar.apps.dashboard.users.apps.UsersDashboardConfig",
    "oscar.apps.dashboard.orders.apps.OrdersDashboardConfig",
    "oscar.apps.dashboard.catalogue.apps.CatalogueDashboardConfig",
    "oscar.apps.dashboard.offers.apps.OffersDashboardConfig",
    "oscar.apps.dashboard.partners.apps.PartnersDashboardConfig",
    "oscar.apps.dashboard.pages.apps.PagesDashboardConfig",
    "oscar.apps.dashboard.ranges.apps.RangesDashboardConfig",
    "oscar.apps.dashboard.reviews.apps.ReviewsDashboardConfig",
    "oscar.apps.dashboard.vouchers.apps.VouchersDashboardConfig",
    "oscar.apps.dashboard.communications.apps.CommunicationsDashboardConfig",
    "oscar.apps.dashboard.shipping.apps.ShippingDashboardConfig",
    "widget_tweaks",
    "treebeard",
    "django_tables2",
    # Wagtail. `wagtail.search` is the model search application: never list that one beside it.
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail.locales",
    "wagtail.contrib.simple_translation",
    "modelcluster",
    "taggit",
    "django_filters",
]

MIDDLEWARE = [
    # First: settles the client's address and drops what only a trusted proxy may say.
    "marketplace.records.requests.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # As early as can be: what has not changed costs one small query.
    "marketplace.unchanged.UnchangedMiddleware",
    "marketplace.headers.HeadersMiddleware",
    "marketplace.headers.ContentPolicyMiddleware",
    "marketplace.api.middleware.ProblemMiddleware",
    "marketplace.records.inputs.InputGuardMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "marketplace.api.languages.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "marketplace.people.limits.RateLimitMiddleware",
    "marketplace.permissions.PermissionTableMiddleware",
    "marketplace.records.doors.BackOfficeMiddleware",
    "marketplace.desk.travelling.TravelMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "catalog.baskets.middleware.BasketMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "oscar.apps.checkout.context_processors.checkout",
                "oscar.apps.communication.notifications.context_processors.notifications",
                "oscar.core.context_processors.metadata",
                "wagtail.contrib.settings.context_processors.settings",
                "marketplace.design.context.market",
                "marketplace.workspace.banner.acting",
            ],
        },
    }
]


def _database(name: str, address: str) -> dict[str, object]:
    """The ``DATABASES`` row of a ``postgresql://`` address; a socket folder may stand in ?host=."""
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(
            f"{name} must start with postgresql:, not {parts.scheme!r}: the market runs on "
            "PostgreSQL only (docs/architecture.md, decision 1)."
        )
    query = parse_qs(parts.query)
    return {
        "ENGINE": "marketplace.database",
        "NAME": parts.path.lstrip("/") or "market",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        # A new PostgreSQL connection costs about 4 ms a request (docs/architecture.md, 14).
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # The server reads and plans a statement once and not every time: more than half of what
        # the database spends on a purchase (docs/decisions/0014).
        "OPTIONS": {"connect_timeout": 5, "server_side_binding": True, "prepare_threshold": 2},
    }


# Unset means the private server; whoever starts a process joins it first (marketplace/embedded.py)
# and puts its address into the environment. Importing settings never starts anything.
DATABASES = {
    "default": _database(
        "DATABASE_URL",
        text("DATABASE_URL", f"postgresql://market@/market?host={VAR_DIR}/servers/run"),
    )
}
# A streaming copy that answers what may be some seconds old (marketplace/database/replica.py).
if text("DATABASE_REPLICA_URL"):
    DATABASES["replica"] = _database("DATABASE_REPLICA_URL", text("DATABASE_REPLICA_URL"))
DATABASE_ROUTERS = ["marketplace.database.replica.Router"]
REDIS_URL = text("REDIS_URL", f"unix://{VAR_DIR}/servers/run/valkey.sock")

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
# Our own words first, then those the packages leave untranslated (docs/languages.md).
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "borrowed"]
USE_I18N = True
# Django's Vietnamese formats do not say it: 1.203, not 1203, where grouping is asked for.
NUMBER_GROUPING = 3
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static", VAR_DIR / "design"]
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PAPERS_ROOT = VAR_DIR / "papers"
