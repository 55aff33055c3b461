"""Every address of the market: fixed ones first, then the pages in both languages."""

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("payments.urls")),
    path("", include("catalog.traceability.urls")),
    path("admin/", admin.site.urls),
    path("cms/", include(wagtailadmin_urls)),
    *i18n_patterns(
        path("account/", include("marketplace.people.urls")),
        path("oscar/", include(apps.get_app_config("oscar").urls[0])),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
