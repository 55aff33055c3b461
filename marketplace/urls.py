"""Every address of the market: fixed ones first, then the pages in both languages."""

from typing import Any

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from cms.sitemaps import SITEMAPS
from marketplace import health, media
from marketplace.api import errors
from marketplace.api.assembly import api
from marketplace.records import unsubscribing
from marketplace.statistics.api import router as statistics

# Oscar's configurations carry addresses, which Django's do not know of.
OSCAR: dict[str, Any] = dict(apps.app_configs)
# The figures stand beside the interface in the order of imports, so the two meet here.
api.add_router("", statistics)

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("media/<path:name>", media.picture, name="media"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS}, name="sitemap"),
    path(
        "sitemap-<section>.xml",
        sitemaps.sitemap,
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("payments.urls")),
    path("", include("catalog.traceability.urls")),
    path("api/v1/", api.urls),
    re_path("^api/", errors.nothing, name="api-nothing"),
    path("admin/", admin.site.urls),
    path("cms/", include(wagtailadmin_urls)),
    path("dashboard/", OSCAR["dashboard"].urls),
    *i18n_patterns(
        path("account/", include("marketplace.people.urls")),
        path("account/letters/", unsubscribing.mine, name="my-letters"),
        path("unsubscribe/<str:token>/", unsubscribing.page, name="unsubscribe"),
        path("desk/mailbox/", include("marketplace.records.urls")),
        path("desk/", include("marketplace.desk.urls")),
        path("desk/", include("marketplace.statistics.urls")),
        path("sell/", include("marketplace.workspace.urls")),
        path("", include("catalog.cooperatives.urls")),
        path("", include("catalog.communes.urls")),
        path("", include("catalog.waiting.urls")),
        path("", include("catalog.browse.urls")),
        path("", include("catalog.reports.urls")),
        path("", include("catalog.orders.urls")),
        path("", include("catalog.recalling.urls")),
        path("", include("catalog.messages.urls")),
        path("", include("catalog.customers.urls")),
        path("", include("cms.urls")),
        path("", include("marketplace.design.urls")),
        path("", include(OSCAR["oscar"].urls[0])),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler429 = "marketplace.people.limits.too_many"
