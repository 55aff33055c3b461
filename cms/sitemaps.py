"""What search engines are told of: pages, goods and cooperatives, in both languages."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from wagtail.models import Locale, Page, Site

from catalog.cooperatives.models import Cooperative
from catalog.shelf.models import ShelfItem
from marketplace.design import navigation

PER_FILE = 2_000
LANGUAGES = [code for code, _name in settings.LANGUAGES]


class Ours(Sitemap):  # type: ignore[type-arg]  # takes none at run time
    """Addresses below the market's public one, whatever the request's host."""

    limit = PER_FILE
    protocol = settings.PUBLIC_URL.partition("://")[0]

    def get_domain(self, site: Any = None) -> str:
        """The public host."""
        return settings.PUBLIC_URL.partition("://")[2]


class Pages(Ours):
    """Published pages under the home pages, in every language."""

    def items(self) -> list[Page]:
        """All that anybody may read."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            return []
        homes = Page.objects.filter(
            translation_key=site.root_page.translation_key, locale__in=Locale.objects.all()
        )
        found: list[Page] = []
        for home in homes:
            found += (
                Page.objects.descendant_of(home, inclusive=True).live().public().order_by("path")
            )
        return found

    def location(self, item: Page) -> str:
        """Its path."""
        return item.get_url() or "/"

    def lastmod(self, item: Page) -> dt.datetime | None:
        """When it was published last."""
        moment: dt.datetime | None = item.last_published_at or item.latest_revision_created_at
        return moment


class Goods(Ours):
    """Listings on the shelf."""

    def items(self) -> QuerySet[Any]:
        """One for each language."""
        return ShelfItem.objects.order_by("listing_id").values_list(
            "listing_id", "slug", "refreshed_at"
        )

    def location(self, item: Any) -> str:
        """The Vietnamese address; its page names the English one."""
        return f"/p/{item[1]}-{item[0]}"

    def lastmod(self, item: Any) -> dt.datetime:
        """When its row was written."""
        written: dt.datetime = item[2]
        return written


class Sellers(Ours):
    """Verified cooperatives."""

    def items(self) -> QuerySet[Cooperative]:
        """Those with a public page."""
        return Cooperative.objects.filter(state=Cooperative.State.VERIFIED).order_by("pk")

    def location(self, item: Cooperative) -> str:
        """The page printed on posters."""
        return navigation.path(item.get_absolute_url(), settings.LANGUAGE_CODE)


SITEMAPS: "dict[str, type[Sitemap[Any]]]" = {
    "pages": Pages,
    "goods": Goods,
    "cooperatives": Sellers,
}
