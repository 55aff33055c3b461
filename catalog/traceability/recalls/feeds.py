"""The feeds of recalls: Atom (RFC 4287) and JSON Feed 1.1, for shops and newspapers to follow."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.traceability.models import Recall
from catalog.traceability.recalls import queries
from marketplace.records import clock

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"


def atom(language: str) -> bytes:
    """The newest recalls as Atom."""
    ET.register_namespace("", ATOM)
    recalls, crops = _found()
    feed = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": language})
    _text(feed, "id", _url("recalls"))
    _text(feed, "title", _title())
    last = max(map(queries.changed_at, recalls), default=clock.day_begins(clock.local_day()))
    _text(feed, "updated", last.isoformat())
    _text(ET.SubElement(feed, f"{{{ATOM}}}author"), "name", settings.MARKET_OPERATOR)
    _link(feed, "self", f"{_url('recalls-atom')}?lang={language}", "application/atom+xml")
    _link(feed, "alternate", f"{_url('recalls')}?lang={language}", "text/html")
    for recall in recalls:
        _entry(feed, recall, crops.get(recall.pk, []), language)
    body: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def as_json(language: str) -> bytes:
    """The newest recalls as a JSON Feed."""
    recalls, crops = _found()
    feed = {
        "version": JSON_FEED,
        "title": _title(),
        "home_page_url": f"{_url('recalls')}?lang={language}",
        "feed_url": f"{_url('recalls-json')}?lang={language}",
        "language": language,
        "authors": [{"name": settings.MARKET_OPERATOR, "url": settings.PUBLIC_URL}],
        "items": [_item(recall, crops.get(recall.pk, []), language) for recall in recalls],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _found() -> tuple[list[Recall], dict[int, list[str]]]:
    """The recalls of a feed, and what each calls back."""
    recalls = list(queries.known()[: queries.MOST_IN_FEED])
    return recalls, queries.crops(recalls)


def _entry(feed: ET.Element, recall: Recall, crops: list[str], language: str) -> None:
    """One recall as an Atom entry."""
    entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
    _text(entry, "id", _url("recall", recall.number))
    _text(entry, "title", _heading(recall, crops))
    _text(entry, "updated", queries.changed_at(recall).isoformat())
    assert recall.opened_at is not None
    _text(entry, "published", recall.opened_at.isoformat())
    _link(entry, "alternate", f"{_url('recall', recall.number)}?lang={language}", "text/html")
    ET.SubElement(entry, f"{{{ATOM}}}category", {"term": recall.state})
    ET.SubElement(entry, f"{{{ATOM}}}category", {"term": f"class-{recall.grade}"})
    _text(entry, "summary", _summary(recall, language))


def _item(recall: Recall, crops: list[str], language: str) -> dict[str, Any]:
    """One recall as an item of a JSON Feed."""
    assert recall.opened_at is not None
    return {
        "id": _url("recall", recall.number),
        "url": f"{_url('recall', recall.number)}?lang={language}",
        "title": _heading(recall, crops),
        "content_text": _summary(recall, language),
        "date_published": recall.opened_at.isoformat(),
        "date_modified": queries.changed_at(recall).isoformat(),
        "tags": [recall.state, f"class-{recall.grade}"],
    }


def _heading(recall: Recall, crops: list[str]) -> str:
    """The number and what it is about."""
    return f"{recall.number}: {'; '.join(crops)}"


def _summary(recall: Recall, language: str) -> str:
    """Why, how grave, and what to do."""
    said = [recall.why(language), recall.get_grade_display(), recall.get_remedy_display()]
    if recall.state == Recall.State.CLOSED:
        said.append(_("Closed: %(result)s") % {"result": recall.result})
    return ". ".join(words.rstrip(".") for words in said) + "."


def _title() -> str:
    """The feed's own name."""
    return _("Recalls of %(market)s") % {"market": settings.MARKET_NAME}


def _url(name: str, *args: str) -> str:
    """A whole address: a feed is read elsewhere."""
    return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"


def _text(parent: ET.Element, name: str, words: str) -> None:
    """An element with text; signs XML cannot hold are left out."""
    plain = "".join(sign for sign in words if sign.isprintable() or sign in "\n\t")
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = plain


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    """A link element."""
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": kind})
