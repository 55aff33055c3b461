"""The shelves of the home page: what is ripe, what keeps, the calendar, the map, who sells."""

import datetime as dt
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext, ngettext

from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.cooperatives.models import Cooperative
from catalog.goods import queries as goods
from catalog.goods.models import GoodsCategory, Variety
from catalog.shelf import queries
from catalog.shelf.cards import Card
from catalog.shelf.models import ShelfItem, ShelfTally
from marketplace.design import navigation

Context = dict[str, Any]
CARDS = 8
COOPERATIVES = 6
# The box of the map, and the room left at its edges for the dots.
WIDTH, HEIGHT, EDGE = 480, 396, 16
_NAMED_CROPS = 3
# Names on the map: how many, and the room one takes.
_NAMED_PLACES, _NAME_WIDE, _NAME_HIGH = 7, 104, 26


def home_sections(today: dt.date, language: str, lead: str = "") -> Context:
    """Everything the home page reads from the shelf, in seven queries; ``lead`` is an editor's."""
    seasons = calendar(language)
    ripe = [crop for crop in seasons if today.month in crop["months"]]
    return {
        "hero": _hero(today, ripe, lead),
        "now": _shelf(gettext("In season now"), queries.in_season(CARDS), "?in_season=1"),
        "keeping": _shelf(gettext("Keeps for months"), queries.keeping(CARDS), ""),
        "calendar": seasons,
        "coming": _coming(today, seasons),
        "trust": {
            "heading": gettext("Every seller is known to the province"),
            "lead": gettext(
                "A cooperative sells here after its papers, its ground and its people were checked."
            ),
            "url": "",
        },
        "dots": dots(),
        "cooperatives": _cooperatives(),
        "all_url": "",
    }


def _shelf(heading: str, cards: list[Card], search: str) -> Context:
    url = navigation.path("/shop/") + search
    return {"heading": heading, "cards": cards, "more_url": url, "more": gettext("See all")}


def _hero(today: dt.date, ripe: list[Context], lead: str) -> Context:
    """The month opens the page, with what is ripe in it."""
    names = ", ".join(crop["name"].lower() for crop in ripe[:_NAMED_CROPS])
    now = gettext("In month %(month)s: %(crops)s.") % {"month": today.month, "crops": names}
    words = lead or gettext("Straight from the cooperatives, every box with its lot and day.")
    drawings = list(dict.fromkeys(crop["produce"] for crop in ripe))
    return {
        "day": today,
        "heading": gettext("To every season its fruit."),
        "lead": f"{now} {words}" if ripe else words,
        "drawings": [*drawings, "tea", "coffee"][:2],
        "shop_url": navigation.path("/shop/") + "?in_season=1",
    }


def calendar(language: str) -> list[Context]:
    """A row per crop: varieties of their own season apart, off-season crops with their kind."""
    return [
        {
            "name": _crop_name(category, variety, language),
            "url": navigation.path(f"/shop/{category.path}/"),
            "produce": (variety and variety.drawing) or category.drawing,
            "months": months,
        }
        for category, variety, months in goods.calendar()
        if variety or category.path != "fresh-fruit/plum"
    ]


def _crop_name(category: GoodsCategory, variety: Variety | None, language: str) -> str:
    named = variety or category
    return named.name_en if language == "en" else named.name_vi


def _coming(today: dt.date, calendar: list[Context]) -> Context | None:
    """What begins next month, if anything does."""
    following = today.month % 12 + 1
    names = [
        crop["name"].lower()
        for crop in calendar
        if following in crop["months"] and today.month not in crop["months"]
    ]
    if not names:
        return None
    return {
        "heading": gettext("Coming in month %(month)s") % {"month": following},
        "words": ", ".join(names),
        "url": "",
        "action": "",
    }


def dots() -> list[Context]:
    """The communes of the province where they lie; those with goods wear their commonest crop."""
    here = [one for one in places.home() if one.lat is not None and one.lon is not None]
    if not here:
        return []
    sold = ShelfItem.objects.order_by().values_list("commune_code", "crop").annotate(n=Count("pk"))
    # The commonest crop comes last, and stays.
    crops = {code: crop for code, crop, _ in sold.filter(available__gt=0).order_by("n")}
    frame = _Frame(here)
    found = [_dot(commune, crops.get(commune.code, ""), frame) for commune in here]
    _name_some(found)
    return found


def _name_some(dots: list[Context]) -> None:
    """Name places with goods as far as their names keep apart and stay in the box."""
    named: list[Context] = []
    for dot in dots:
        apart = all(
            abs(dot["x"] - one["x"]) > _NAME_WIDE or abs(dot["y"] - one["y"]) > _NAME_HIGH
            for one in named
        )
        fits = dot["x"] + _NAME_WIDE < WIDTH
        dot["label"] = bool(dot["produce"]) and apart and fits and len(named) < _NAMED_PLACES
        if dot["label"]:
            named.append(dot)


class _Frame:
    """Where degrees fall in the box: a flat map is true enough for one province."""

    def __init__(self, communes: list[Commune]) -> None:
        """Measure the communes."""
        lons = [one.lon for one in communes if one.lon is not None]
        lats = [one.lat for one in communes if one.lat is not None]
        self.west, self.north = min(lons), max(lats)
        wide, high = max(lons) - self.west or 1, self.north - min(lats) or 1
        self.scale_x = (WIDTH - 2 * EDGE) / wide
        self.scale_y = (HEIGHT - 2 * EDGE) / high


def _dot(commune: Commune, crop: str, frame: _Frame) -> Context:
    lon, lat = commune.lon or 0.0, commune.lat or 0.0
    return {
        "x": round(EDGE + (lon - frame.west) * frame.scale_x),
        "y": round(EDGE + (frame.north - lat) * frame.scale_y),
        "name": commune.name,
        "produce": crop,
        "label": False,
    }


def _cooperatives() -> list[Context]:
    """Those with most on the shelf."""
    most = ShelfTally.objects.filter(category_path="", facet="cooperative", count__gt=0)
    counts = dict(most.order_by("-count", "value").values_list("value", "count")[:COOPERATIVES])
    found = Cooperative.objects.filter(pk__in=counts).select_related("commune")
    return [
        {
            "name": one.name,
            "url": navigation.path(one.get_absolute_url()),
            "commune": {"name": one.commune.full_name},
            "words": ngettext("%(n)s listing", "%(n)s listings", counts[str(one.pk)])
            % {"n": counts[str(one.pk)]},
            "produce": "",
        }
        for one in sorted(found, key=lambda one: (-counts[str(one.pk)], one.pk))
    ]
