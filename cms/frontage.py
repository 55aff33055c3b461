"""What the home page shows of the market: the month, the shelf, the calendar, the province."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Min
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.goods import queries as goods
from catalog.shelf import queries as shelf
from catalog.shelf.models import ShelfItem
from marketplace.design import navigation
from marketplace.design.seasons import words as in_words

WIDTH, HEIGHT, EDGE = 480, 396, 24
MOST_NAMES = 6
COOPERATIVES = 6
Context = dict[str, Any]


def context(day: dt.date, lead: str) -> Context:
    """The context of templates/home/home.html on a day, in the language that is on."""
    calendar = _calendar()
    places_with_goods = _places_with_goods()
    return {
        "hero": _hero(day, lead, calendar),
        "now": {
            "heading": _("In season, %(month)s") % {"month": in_words([day.month])},
            "cards": shelf.in_season(),
            "more_url": navigation.path("/shop/") + "?in_season=now",
            "more": _("All that is in season"),
        },
        "calendar": calendar,
        "coming": _coming(day, calendar),
        "keeping": {
            "heading": _("Keeps well, for any month"),
            "cards": shelf.keeping(),
            "more_url": navigation.path("/shop/"),
            "more": _("Everything on the shelf"),
        },
        **_trust(places_with_goods),
        "cooperatives": _cooperatives(),
        "all_url": "",
    }


def _hero(day: dt.date, lead: str, calendar: list[Context]) -> Context:
    """The month opens the page with what is ripe."""
    ripe = [crop["produce"] for crop in calendar if day.month in crop["months"]]
    drawings = list(dict.fromkeys([*ripe, "tea", "honey"]))[:2]
    return {
        "day": day,
        "heading": _("To every season its fruit."),
        "lead": lead,
        "drawings": drawings,
        "shop_url": navigation.path("/shop/"),
    }


def _calendar() -> list[Context]:
    """A row per crop of the province's calendar."""
    english = get_language() == "en"
    rows = []
    for category, variety, months in goods.calendar():
        named = variety or category
        rows.append(
            {
                "name": named.name_en if english else named.name_vi,
                "url": navigation.path(f"/shop/{category.path}/"),
                "produce": (variety.drawing if variety else "") or category.drawing,
                "months": months,
            }
        )
    return rows


def _coming(day: dt.date, calendar: Iterable[Context]) -> Context | None:
    """The crop whose season begins next."""
    for ahead in range(1, 12):
        month = (day.month + ahead - 1) % 12 + 1
        before = (month - 2) % 12 + 1
        for crop in calendar:
            if month in crop["months"] and before not in crop["months"]:
                return {
                    "heading": _("Next: %(crop)s") % {"crop": crop["name"]},
                    "words": _("The season begins in %(month)s.") % {"month": in_words([month])},
                    "url": crop["url"],
                    "action": _("See what there is"),
                }
    return None


def _places_with_goods() -> dict[str, str]:
    """The communes with something to buy, each with one of its crops; one query."""
    rows = ShelfItem.objects.filter(available__gt=0).order_by().values_list("commune_code")
    return dict(rows.annotate(Min("crop")))


def _trust(crops: dict[str, str]) -> Context:
    """How many communes sell, and the province as dots."""
    communes = list(places.home())
    count = sum(commune.code in crops for commune in communes)
    heading = ngettext(
        "Goods from %(n)d commune of Sơn La today",
        "Goods from %(n)d communes of Sơn La today",
        count,
    )
    return {
        "trust": {
            "heading": heading % {"n": count},
            "lead": _(
                "The Department of Industry and Trade checks every cooperative before it sells, "
                "and every listing before it reaches the shelf."
            ),
            "url": navigation.path("/policies/rules/"),
        },
        "dots": _dots(communes, crops),
    }


def _dots(communes: list[Commune], crops: dict[str, str]) -> list[Context]:
    """Commune centres in the box of the map, north up; names only where they keep apart."""
    placed = [(c, c.lon, c.lat) for c in communes if c.lon is not None and c.lat is not None]
    if not placed:
        return []
    lons, lats = [lon for _c, lon, _lat in placed], [lat for _c, _lon, lat in placed]
    across, down = (WIDTH - 5 * EDGE) / (max(lons) - min(lons)), max(lats) - min(lats)
    dots: list[Context] = []
    named: list[tuple[int, int]] = []
    for commune, lon, lat in placed:
        # Whole numbers: a comma for the decimal point would break the picture.
        x = round(EDGE + (lon - min(lons)) * across)
        y = round(EDGE + (max(lats) - lat) / down * (HEIGHT - 2 * EDGE))
        crop = crops.get(commune.code, "")
        apart = all(abs(x - a) > 110 or abs(y - b) > 26 for a, b in named)
        label = bool(crop) and apart and len(named) < MOST_NAMES
        if label:
            named.append((x, y))
        dots.append({"x": x, "y": y, "name": commune.name, "produce": crop, "label": label})
    return dots


def _cooperatives() -> list[Context]:
    """Cooperatives with goods to buy, the newest goods first; one query."""
    rows = ShelfItem.objects.filter(available__gt=0).order_by("-published_at").values(
        "cooperative_id", "cooperative_name", "cooperative_slug", "commune_name",
        "title_vi", "title_en", "category_path", "crop",
    )[: COOPERATIVES * 6]  # fmt: skip
    found: dict[int, Context] = {}
    for row in rows:
        title = row["title_en"] if get_language() == "en" and row["title_en"] else row["title_vi"]
        found.setdefault(
            row["cooperative_id"],
            {
                "name": row["cooperative_name"],
                "url": navigation.path(f"/htx/{row['cooperative_slug']}"),
                "commune": {"name": row["commune_name"]},
                "words": title,
                "category": row["category_path"],
                "produce": row["crop"],
            },
        )
    return list(found.values())[:COOPERATIVES]
