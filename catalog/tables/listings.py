"""Listings as a table: a row for each pack, proposed by the verb of every change of a listing.

Photos, certificates and protected names are no columns: they stay as they are. A row without a
listing number begins a draft, which its page completes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.communes import queries as communes
from catalog.cooperatives.models import Cooperative
from catalog.drafts import writing
from catalog.goods.models import GoodsCategory, Variety
from catalog.listings import proposals, proposing, refusals
from catalog.listings.models import Listing, ListingChange, Pack
from catalog.tables import grouping
from catalog.tables.columns import Column, Row, places
from catalog.tables.plans import Difference, Plan, Step
from catalog.tables.reading import Sheet
from catalog.tables.refusals import Problem
from marketplace.people.models import User

_AS_IT_IS = gettext_lazy("Leave it as it is; empty in a new row.")
_EMPTY = gettext_lazy("May be empty.")
COLUMNS = (
    Column("listing_no", gettext_lazy("Listing no."), _AS_IT_IS, is_needed=True),
    Column("pack_no", gettext_lazy("Pack no."), _AS_IT_IS, is_needed=True),
    Column("title_vi", gettext_lazy("Name"), gettext_lazy("In Vietnamese, as buyers read it.")),
    Column("description_vi", gettext_lazy("Description"), gettext_lazy("In Vietnamese.")),
    Column("title_en", gettext_lazy("Name in English"), _EMPTY),
    Column("description_en", gettext_lazy("Description in English"), _EMPTY),
    Column("category", gettext_lazy("Kind of goods"), gettext_lazy("One of these names:")),
    Column("variety", gettext_lazy("Variety"), gettext_lazy("Empty, or one of these names:")),
    Column("commune", gettext_lazy("Commune"), gettext_lazy("Where it grows; one of these:")),
    Column("season", gettext_lazy("Months of harvest"), gettext_lazy("Numbers: 7, 8, 9.")),
    Column("name_vi", gettext_lazy("Pack"), gettext_lazy("Such as Thùng 5 kg.")),
    Column("name_en", gettext_lazy("Pack in English"), _EMPTY),
    Column("grade", gettext_lazy("Grade"), _EMPTY),
    Column("net_weight_g", gettext_lazy("Weight in grams"), gettext_lazy("Digits alone: 5000.")),
    Column("price", gettext_lazy("Price in đồng"), gettext_lazy("Digits alone: 89000.")),
)
HEADINGS = {column.key: column.heading for column in COLUMNS}
Names = dict[str, list[tuple[str, str]]]
_FIELDS = {"goods": "category", "origin": "commune", "season": "season", "packs": "name_vi"}


def names() -> Names:
    """Keys and Vietnamese names of what may be chosen."""
    kinds = GoodsCategory.objects.filter(children=None).order_by("path")
    return {
        "category": list(kinds.values_list("path", "name_vi")),
        "variety": list(Variety.objects.order_by("key").values_list("key", "name_vi")),
        "commune": [(place.code, place.full_name) for place in communes.home()],
    }


def rows(cooperative: Cooperative) -> list[Row]:
    """A row for each pack of every approved listing."""
    return [row for listing in _own(cooperative) for row in _rows(listing)]


def plan(cooperative: Cooperative, sheet: Sheet, *, by: User) -> Plan:
    """What a table would change, tried out and taken back."""
    where = places(sheet, COLUMNS)
    own = {listing.pk: listing for listing in _own(cooperative)}
    stands = {key: {row["pack_no"]: row for row in _rows(one)} for key, one in own.items()}
    found = grouping.grouped(sheet, where, stands, names())
    made = Plan(problems=[*sheet.problems, *found.problems], unchanged=found.unchanged)
    for group in found.groups:
        if group.listing_no is None:
            _begin(group, made)
        else:
            _change(cooperative, own[group.listing_no], group, made, by)
    made.problems.sort(key=lambda one: one.row)
    return made


def take_over(cooperative_id: int, content: list[Any], *, by: User) -> int:
    """Propose the planned changes and begin the drafts; answers how many the department looks at.

    Raises what ``proposing.propose`` and ``writing.begin`` raise.
    """
    waiting = 0
    for one in sorted(content, key=lambda facts: facts["listing"] or 0):
        if one["listing"] is None:
            draft = writing.begin(cooperative_id, by=by)
            writing.save(draft.token, by=by, **one["proposal"])
            continue
        change = _propose(cooperative_id, one, by)
        waiting += change.state == ListingChange.State.SUBMITTED
    return waiting


def _propose(cooperative_id: int, facts: dict[str, Any], by: User) -> ListingChange:
    return proposing.propose(
        cooperative_id,
        proposals.read(facts["proposal"]),
        by=by,
        listing_id=facts["listing"],
        base_version=facts["version"],
    )


def _begin(group: grouping.Group, made: Plan) -> None:
    """Plan a draft for rows without a listing number."""
    content = proposals.written(group.applied(proposals.Proposal()))
    filled = {name: value for name, value in content.items() if value}
    made.steps.append(Step(group.row, group.title, _differences(group), is_new=True))
    made.content.append({"listing": None, "proposal": filled})


def _change(
    cooperative: Cooperative, listing: Listing, group: grouping.Group, made: Plan, by: User
) -> None:
    """Plan a change of a listing; what its verb refuses is a problem of the first row."""
    new = group.applied(proposals.as_it_stands(listing))
    facts = {
        "listing": listing.pk,
        "version": listing.version,
        "proposal": proposals.written(new),
    }
    step = Step(group.row, group.title, _differences(group))
    try:
        with transaction.atomic():
            change = _propose(cooperative.pk, facts, by)
            transaction.set_rollback(True)
    except refusals.Refused as error:
        made.problems += _problems(error, group)
        return
    step.waits = change.state == ListingChange.State.SUBMITTED
    made.steps.append(step)
    made.content.append(facts)


def _differences(group: grouping.Group) -> list[Difference]:
    """The changed cells, those of packs with the pack's name."""
    return [
        Difference(
            f"{HEADINGS[one.key]} ({one.pack})" if one.pack else str(HEADINGS[one.key]),
            one.old,
            one.new,
        )
        for one in group.changed
    ]


def _problems(error: refusals.Refused, group: grouping.Group) -> Iterator[Problem]:
    """Why a listing cannot change so, at the column that has to be mended."""
    if isinstance(error, refusals.Incomplete):
        for problem in error.problems:
            column = HEADINGS.get(_FIELDS.get(problem.step, ""), "")
            yield Problem(group.row, str(column), problem.words)
    else:
        yield Problem(group.row, "", words(error))


def words(error: Exception) -> str:
    """What to say for a refusal about a listing."""
    said = {
        refusals.AlreadyWaiting: _(
            "The department still has a change of this listing. Withdraw it first, or wait."
        ),
        refusals.NotVerified: _(
            "Goods can change again once the department has verified your cooperative."
        ),
        refusals.Outdated: _("This listing was changed by somebody else meanwhile."),
        writing.TooManyDrafts: _("There are fifty drafts already. Send some in, or discard them."),
    }
    return said.get(type(error), _("This listing cannot be changed so."))


def _own(cooperative: Cooperative) -> list[Any]:
    """The approved listings of a cooperative with what a row shows, in four queries."""
    packs = Pack.objects.filter(is_sold=True).order_by("position", "pk")
    found = (
        Listing.objects.filter(cooperative=cooperative, version__gte=1)
        .select_related("category", "variety", "commune")
        .prefetch_related("texts", Prefetch("packs", packs, to_attr="on_sale"))
        .order_by("pk")
    )
    return list(found)


def _rows(listing: Any) -> list[Row]:
    """A row for each pack, the listing's own cells repeated."""
    texts = {text.language: text for text in listing.texts.all()}
    vi, en = texts.get("vi"), texts.get("en")
    shared: Row = {
        "listing_no": listing.pk,
        "title_vi": vi.title if vi else "",
        "description_vi": vi.description if vi else "",
        "title_en": en.title if en else "",
        "description_en": en.description if en else "",
        "category": listing.category.path,
        "variety": listing.variety.key if listing.variety else "",
        "commune": listing.commune.full_name,
        "season": ", ".join(map(str, listing.season_months)),
    }
    return [
        {
            **shared,
            "pack_no": pack.pk,
            "pack_key": pack.key,
            "name_vi": pack.name_vi,
            "name_en": pack.name_en,
            "grade": pack.grade,
            "net_weight_g": pack.net_weight_g,
            "price": pack.price,
        }
        for pack in listing.on_sale
    ]
