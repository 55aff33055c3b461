"""What the page of a list or a search shows: filters, orders, pages, chips."""

from collections.abc import Hashable
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from catalog.communes.names import fold
from catalog.shelf.cards import Card
from catalog.shelf.facets import Option
from catalog.shelf.forms import Question
from catalog.shelf.queries import LAST_PAGE, Answer
from catalog.shelf.wanted import SORTS, Wanted

PAGE_SIZE = 24
OFFERED = 12  # values of a facet a page offers unless asked for all
COMMON = 6  # values of a facet that are seen before the fold is opened
_LINKS = 2  # how many pages before and after this one are offered

Context = dict[str, Any]


def context(request: HttpRequest, question: Question, wanted: Wanted, answer: Answer) -> Context:
    """The part of a list page that its filters, orders and pages make."""
    facets = _facets(request, question, wanted, answer)
    return {
        "query": wanted.sought.typed,
        "did_you_mean": _did_you_mean(request, answer),
        "count": answer.counts.total,
        "count_is_floor": False,
        "cards": answer.cards,
        "facets": facets,
        "facets_version": _version(facets, request.GET),
        "price_min": wanted.price_min,
        "price_max": wanted.price_max,
        "active": _active(request, facets, wanted),
        "sorts": _sorts(wanted),
        "action": request.path,
        "clear_url": _link(request, _only(request.GET, ("q",))),
        "pages": _pages(request, question.number, answer),
    }


def _facets(
    request: HttpRequest, question: Question, wanted: Wanted, answer: Answer
) -> list[Context]:
    """The facets with what is ticked: the commonest values, all of the one asked for by ``all``."""
    whole = question.cleaned_data["all"]
    shown = []
    for name, label, chosen in _offered(question, wanted):
        options = answer.counts.options[name]
        first = options if name == whole else options[:OFFERED]
        ticks = _options(options, first, chosen)
        more = len(options) if len(first) < len(options) else 0
        shown.append(
            {
                "name": name,
                "label": label,
                "options": ticks,
                "common": ticks[:COMMON],
                "rest": ticks[COMMON:],
                "more": more,
                "more_url": _whole(request, name) if more else "",
            }
        )
    return shown


def _version(facets: list[Context], given: QueryDict) -> Hashable | None:
    """All that the facets of a list show; nothing, not worth keeping, where something is chosen."""
    if any(name not in ("page", "sort", "q") for name in given):
        return None
    return tuple(
        (facet["label"], facet["more_url"], *(tuple(one.values()) for one in facet["options"]))
        for facet in facets
    )


def _offered(question: Question, wanted: Wanted) -> list[tuple[str, str, list[str]]]:
    """Name, title and ticked values of each facet; a category's own page does not offer others."""
    given = question.cleaned_data
    ocop = [str(wanted.ocop_min)] if wanted.ocop_min else []
    offered = [
        ("in_season", gettext("Season"), ["1"] if wanted.in_season else []),
        ("category", gettext("Category"), given["category"]),
        ("commune", gettext("Commune or ward"), given["commune"]),
        ("cooperative", gettext("Cooperative"), given["cooperative"]),
        ("certificate", gettext("Certificate"), given["certificate"]),
        ("ocop", gettext("OCOP rank"), ocop),
    ]
    is_category_page = bool(wanted.categories) and not given["category"]
    return [one for one in offered if one[0] != "category" or not is_category_page]


def _options(options: list[Option], first: list[Option], chosen: list[str]) -> list[Context]:
    """Values to tick; a ticked one stays, even when it is rare or leads to nothing."""
    offered = {option.value for option in first}
    known = {option.value: option for option in options}
    kept = [known.get(one, Option(one, one, 0)) for one in chosen if one not in offered]
    return [
        {
            "value": option.value,
            "label": option.label,
            "count": option.count,
            "checked": option.value in chosen,
        }
        for option in (*first, *kept)
    ]


def _whole(request: HttpRequest, name: str) -> str:
    """This page's address with all values of one facet."""
    changed = request.GET.copy()
    changed["all"] = name
    return _link(request, changed)


def _active(request: HttpRequest, facets: list[Context], wanted: Wanted) -> list[Context]:
    """A chip for each choice, with the address of the page without it."""
    chips = [
        {"label": option["label"], "url": _without(request, facet["name"], option["value"])}
        for facet in facets
        for option in facet["options"]
        if option["checked"]
    ]
    if wanted.price_min is not None:
        label = gettext("From %(price)s ₫") % {"price": _grouped(wanted.price_min)}
        chips.append({"label": label, "url": _without(request, "price_min")})
    if wanted.price_max is not None:
        label = gettext("Up to %(price)s ₫") % {"price": _grouped(wanted.price_max)}
        chips.append({"label": label, "url": _without(request, "price_max")})
    return chips


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _sorts(wanted: Wanted) -> list[Context]:
    labels = {
        "relevance": gettext("Best match"),
        "season": gettext("In season first"),
        "price_per_kg": gettext("Price per kg, lowest first"),
        "newest": gettext("New on the shelf"),
    }
    offered = [one for one in SORTS if one != "relevance" or wanted.sought.words]
    return [
        {"value": one, "label": labels[one], "selected": one == wanted.order} for one in offered
    ]


def _pages(request: HttpRequest, number: int, answer: Answer) -> Context:
    """The pages around this one; nobody leafs beyond the last that is offered."""
    last = min(LAST_PAGE, max(1, -(-answer.counts.total // PAGE_SIZE)))
    near = range(max(1, number - _LINKS), min(last, number + _LINKS) + 1)
    return {
        "number": number,
        "previous_url": _page_link(request, number - 1) if number > 1 else "",
        "next_url": _page_link(request, number + 1) if number < last and answer.has_next else "",
        "links": [{"number": one, "url": _page_link(request, one)} for one in near],
    }


def _page_link(request: HttpRequest, number: int) -> str:
    changed = request.GET.copy()
    changed.pop("page", None)
    if number > 1:
        changed["page"] = str(number)
    return _link(request, changed)


def _without(request: HttpRequest, name: str, value: str = "") -> str:
    """This page's address without one choice, from its first page."""
    changed = request.GET.copy()
    left = [one for one in changed.getlist(name) if value and one != value]
    if name == "ocop":
        left = []
        changed.pop("ocop_min", None)
    changed.setlist(name, left)
    changed.pop("page", None)
    return _link(request, changed)


def _only(given: QueryDict, names: tuple[str, ...]) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name in names:
        kept.setlist(name, [one for one in given.getlist(name) if one])
    return kept


def _link(request: HttpRequest, parameters: QueryDict) -> str:
    encoded = parameters.urlencode()
    return f"{request.path}?{encoded}" if encoded else request.path


def _did_you_mean(request: HttpRequest, answer: Answer) -> Context | None:
    """The words that were searched for instead, with the marks that titles give them."""
    if not answer.meant:
        return None
    changed = _only(request.GET, ("q",))
    changed["q"] = _spelt(answer.meant, answer.cards)
    return {"text": changed["q"], "url": _link(request, changed)}


def _spelt(folded: str, cards: list[Card]) -> str:
    """Folded words as the titles found write them: xoai → xoài."""
    written: dict[str, str] = {}
    for card in cards:
        for word in card["title"].casefold().split():
            written.setdefault(fold(word), word.strip(",.;:()"))
    return " ".join(written.get(word, word) for word in folded.split())
