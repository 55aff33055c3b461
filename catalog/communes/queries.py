"""Which provinces and communes there are on a day, and which one a person means."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, Q, QuerySet, When

from catalog.communes.models import Commune, Disadvantaged, Province, Succession
from catalog.communes.names import bare, fold
from marketplace.database.statements import Statement
from marketplace.records import clock

LIKE_ENOUGH = 0.45
CANDIDATES = 200
LONGEST = 120
# "Mộc Châu cũ" and "xã Chiềng Xôm (cũ)" ask for what used to be called so.
_FORMER = re.compile(r"\s+\(?cũ\)?$", re.IGNORECASE)
_CODE = re.compile("[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A commune of today that a person may mean, and the former unit by which it was found."""

    commune: Commune
    formerly: str = ""


def holding(on: date | None = None) -> Q:
    """The condition that a dated row holds on a day (today in Vietnam when not named)."""
    day = on or clock.local_day()
    starts = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return starts & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def provinces(on: date | None = None) -> QuerySet[Province]:
    """The provinces of a day in Vietnamese order."""
    return Province.objects.filter(holding(on)).order_by("sort_key")


def current(province_code: str | None = None) -> QuerySet[Commune]:
    """The communes of today in Vietnamese order, of one province or of all."""
    communes = Commune.objects.filter(holding()).select_related("province")
    if province_code is not None:
        communes = communes.filter(province__code=province_code)
    return communes.order_by("sort_key", "code")


def home() -> QuerySet[Commune]:
    """The communes of the province that runs this market (``PROVINCE_CODE``)."""
    return current(settings.PROVINCE_CODE)


def by_code(code: str, on: date | None = None) -> Commune | None:
    """The commune that a code stands for on a day (today when not named)."""
    if not _CODE.fullmatch(code):
        return None
    return _BY_CODE.first(on or clock.local_day(), code)


_BY_CODE = Statement(
    lambda day, code: Commune.objects.filter(holding(day), code=code).select_related("province"),
    date(1945, 9, 2),
    "code",
)


def choices(province_code: str) -> list[tuple[str, str]]:
    """Code and full name of a province's communes, for a plain ``<select>``."""
    return [(commune.code, commune.full_name) for commune in current(province_code)]


def successors(commune: Commune) -> list[Commune]:
    """The communes of today on the ground of ``commune``: itself while it holds."""
    return _successors([commune])[commune.pk]


def is_disadvantaged(code: str, on: date | None = None) -> bool:
    """Whether the commune of this code is listed as disadvantaged on a day."""
    day = on or clock.local_day()
    commune = by_code(code, day)
    return commune is not None and (
        Disadvantaged.objects.filter(holding(day), commune=commune).exists()
    )


def resolve(text: str, province_code: str | None = None) -> list[Commune]:
    """The communes of today that ``text`` may mean, likeliest first; former names count."""
    return [suggestion.commune for suggestion in suggest(text, province_code)]


def suggest(text: str, province_code: str | None = None, limit: int = 20) -> list[Suggestion]:
    """What ``text`` may mean: a commune of today, a former one, a former district, a misspelling.

    ``Chiềng Lề`` and ``chieng le`` lead to phường Tô Hiệu, ``Mộc Châu cũ`` to the communes of the
    former Mộc Châu town. After a comma a district or province may follow and narrows the search.
    """
    asked, within = _understood(text)
    if not asked.folded:
        return []
    found = _candidates(asked.folded, province_code)
    if not found:
        found = _alike(asked.folded, province_code)
    inside = [commune for commune in found if _lies_within(commune, within)]
    inside.sort(key=lambda commune: (_rank(commune, asked), commune.sort_key, commune.code))
    return _of_today(inside)[:limit]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name as typed (small letters) and folded, and whether a former unit is meant."""

    typed: str
    folded: str
    former: bool


def _understood(text: str) -> tuple[_Asked, list[str]]:
    """The name a text asks for, and the folded larger units that follow it."""
    first, *rest = unicodedata.normalize("NFC", text[:LONGEST]).split(",")
    former = _FORMER.search(first.strip()) is not None
    name = _FORMER.sub("", first.strip()).casefold()
    within = [bare(part) for part in rest if fold(part)]
    return _Asked(name, bare(name), former), within


def _candidates(folded: str, province_code: str | None) -> list[Commune]:
    """Communes of any time whose name or former district matches."""
    named = Q(folded__startswith=folded)
    matches = named | Q(folded__contains=" " + folded) | Q(district_folded=folded)
    nearness = Case(When(folded=folded, then=0), When(named, then=1), default=2)
    return list(_searched(province_code).filter(matches).order_by(nearness, "pk")[:CANDIDATES])


def _alike(folded: str, province_code: str | None) -> list[Commune]:
    """Communes of any time whose name is nearly spelt so."""
    similar = TrigramSimilarity("folded", folded)
    near = _searched(province_code).filter(folded__trigram_similar=folded[:60])
    return list(near.annotate(like=similar).filter(like__gte=LIKE_ENOUGH).order_by("-like")[:10])


def _searched(province_code: str | None) -> QuerySet[Commune]:
    communes = Commune.objects.select_related("province")
    return communes.filter(province__code=province_code) if province_code else communes


def _rank(commune: Commune, asked: _Asked) -> tuple[int, int, int, int]:
    """How far a commune is from what was asked: smaller is nearer."""
    if commune.folded == asked.folded:
        nearness = 0
    elif commune.district_folded == asked.folded:
        nearness = 1
    else:
        nearness = 2 if commune.folded.startswith(asked.folded) else 3
    is_former = commune.valid_to is not None
    at_home = commune.province.code == settings.PROVINCE_CODE
    with_same_marks = asked.typed.endswith(commune.name.casefold())
    return nearness, is_former != asked.former, not with_same_marks, not at_home


def _lies_within(commune: Commune, within: list[str]) -> bool:
    """Whether each larger unit named is the commune's province or former district."""
    if not within:
        return True
    larger = {commune.province.folded, commune.district_folded}
    return all(part in larger or part == "viet nam" for part in within)


def _of_today(communes: list[Commune]) -> list[Suggestion]:
    """Each commune's successors of today, every one once, with the former name that led there."""
    today = clock.local_day()
    became = _successors([c for c in communes if c.valid_to is not None and c.valid_to <= today])
    suggestions: dict[int, Suggestion] = {}
    for commune in communes:
        for now in became.get(commune.pk, [commune]):
            formerly = "" if now.pk == commune.pk else f"{commune.full_name}, {commune.district}"
            suggestions.setdefault(now.pk, Suggestion(now, formerly))
    return list(suggestions.values())


def _successors(communes: list[Commune]) -> dict[int, list[Commune]]:
    """For each commune those of today on its ground, however many changes lie between."""
    reached = {commune.pk: {commune.pk} for commune in communes}
    frontier = set(reached)
    while frontier:
        steps = Succession.objects.filter(old__in=frontier).values_list("old", "new")
        later: dict[int, set[int]] = {}
        for old, new in steps:
            later.setdefault(old, set()).add(new)
        frontier = set().union(*later.values())
        for start, places in reached.items():
            reached[start] = set().union(*(later.get(place, {place}) for place in places))
    today = {c.pk: c for c in current().filter(pk__in=set().union(*reached.values()))}
    return {
        start: sorted((today[place] for place in places if place in today), key=_in_order)
        for start, places in reached.items()
    }


def _in_order(commune: Commune) -> str:
    return commune.sort_key
