"""The steps of a draft: which there are, how each is shown, and how each is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise

from catalog.communes import queries as places
from catalog.cooperatives.models import Membership
from catalog.drafts import writing
from catalog.drafts.forms import GoodsForm, OriginForm, PhotosForm, SeasonForm
from catalog.drafts.models import ListingDraft
from catalog.drafts.packforms import BasePacks, LotForm, Packs
from catalog.goods import queries as goods
from catalog.listings import checking, pictures, proposals
from catalog.listings.models import Picture
from catalog.listings.refusals import PictureRefused, Problem
from catalog.traceability.growing import queries as growing
from marketplace.people.models import User
from marketplace.workspace import mending
from marketplace.workspace.steptexts import REFUSED_PICTURES, Text, texts

NAMES = ("photos", "goods", "origin", "season", "packs", "lot")
FIELDS = {
    "photos": "pictures",
    "goods": "texts",
    "origin": "commune",
    "season": "season_months",
    "packs": "packs",
    "lot": "first_lot",
}


@dataclass(slots=True)
class Step:
    """A step as it is shown: its form or forms, and whether it stays after it was kept."""

    name: str
    draft: ListingDraft
    form: BaseForm | None = None
    formset: BasePacks | None = None
    stay: bool = False
    refused: list[Promise] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def errors(self) -> bool:
        """Whether something has to be mended before it can be kept."""
        if self.refused:
            return True
        if self.formset is not None:
            return bool(self.formset.total_error_count())
        return bool(self.form and self.form.errors)


def is_new(draft: ListingDraft) -> bool:
    """Whether the listing has never been approved."""
    return draft.listing is None or draft.listing.version == 0


def of(draft: ListingDraft) -> tuple[str, ...]:
    """The steps of a draft: the first lot belongs to a new listing only."""
    return NAMES if is_new(draft) else NAMES[:-1]


def after(name: str, draft: ListingDraft) -> str:
    """Where to go after a step: the next one, or the whole."""
    names = of(draft)
    place = names.index(name) + 1
    if place < len(names) and FIELDS[names[place]] not in draft.content:
        return reverse("sell-draft-step", args=[draft.token, names[place]])
    # Whoever mends one thing of a whole draft returns to the whole.
    missing = [other for other in names if FIELDS[other] not in draft.content]
    if missing:
        return reverse("sell-draft-step", args=[draft.token, missing[0]])
    if further := mending.following(draft, name, names):
        return reverse("sell-draft-step", args=[draft.token, further])
    return reverse("sell-draft", args=[draft.token])


def begin(name: str, draft: ListingDraft) -> Step:
    """A step as it was kept last."""
    return _step(name, draft, None)


def take(name: str, draft: ListingDraft, request: HttpRequest, *, by: User) -> Step:
    """Keep a step of a draft; nothing is kept when the step has errors."""
    step = _step(name, draft, request)
    if name == "packs":
        return _take_packs(step, request, by)
    assert step.form is not None
    if not step.form.is_valid():
        return step
    if name == "photos":
        return _take_photos(step, request, by)
    content = step.form.content()  # type: ignore[attr-defined]  # each step's form has it
    if name == "lot":
        content = {"first_lot": content}
    step.draft = writing.save(draft.token, by=by, **content)
    draft.content = step.draft.content
    return step


def page(
    request: HttpRequest,
    membership: Membership,
    step: Step,
    *,
    status: int | None = None,
) -> HttpResponse:
    """One step as a page."""
    names = of(step.draft)
    place = names.index(step.name)
    words: Text = texts()[step.name]
    saved = step.draft.pk is not None
    here = back = reverse("sell-listing-new")
    if saved:
        here = reverse("sell-draft-step", args=[step.draft.token, step.name])
        back = reverse("sell-draft-step", args=[step.draft.token, names[max(0, place - 1)]])
    context: dict[str, Any] = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "step": {
            "number": place + 1,
            "of": len(names) + 1,
            "name": words.name,
            "heading": words.heading,
            "lead": words.lead,
        },
        "action": here,
        "form": step.form,
        "formset": step.formset,
        "back_url": back if place else "",
        "leave_url": reverse("sell-listings"),
        "saved_at": step.draft.saved_at if saved else None,
        "next_words": words.next_words,
        "help": {"question": words.question, "answer": words.answer} if words.question else None,
        "reasons": mending.asked_at(step.draft, step.name, step.form, step.formset),
        "refused": step.refused,
        **step.extra,
    }
    return render(request, "workspace/listing_form.html", context, status=status)


def sections(draft: ListingDraft, problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Each step with its name, its address and what it lacks."""
    named = texts()
    return [
        {
            "name": named[name].name,
            "url": reverse("sell-draft-step", args=[draft.token, name]),
            "problems": [problem.words for problem in problems if problem.step == name],
        }
        for name in of(draft)
    ]


def _step(name: str, draft: ListingDraft, request: HttpRequest | None) -> Step:
    """The step with its form, filled from the request or from the draft."""
    makers = {
        "photos": _photos,
        "goods": _goods,
        "origin": _origin,
        "season": _season,
        "packs": _packs,
        "lot": _lot,
    }
    data = request.POST if request is not None else None
    return makers[name](draft, data, request)


def _photos(draft: ListingDraft, data: Any, request: HttpRequest | None) -> Step:
    shots = draft.content.get("pictures", [])
    found = Picture.objects.filter(
        cooperative_id=draft.cooperative_id, token__in=[shot["token"] for shot in shots]
    )
    by_token = {picture.token: picture for picture in found}
    form = PhotosForm(data, request.FILES if request else None, shots=shots)
    shown = [
        {
            "id": shot["token"],
            "image": pictures.presentation(by_token[shot["token"]], shot["alt"]),
            "alt_field": form[f"alt_{shot['token']}"],
            "main": place == 0,
        }
        for place, shot in enumerate(shots)
        if shot["token"] in by_token
    ]
    room = len(shots) < checking.MOST_PICTURES
    upload = {"name": "photos", "multiple": True} if room else None
    return Step("photos", draft, form, extra={"pictures": shown, "upload": upload})


def _goods(draft: ListingDraft, data: Any, request: HttpRequest | None) -> Step:
    initial = GoodsForm.initially(proposals.read(draft.content))
    return Step("goods", draft, GoodsForm(data, initial=initial))


def _origin(draft: ListingDraft, data: Any, request: HttpRequest | None) -> Step:
    content = draft.content
    known = places.by_code(content.get("commune", "")) or draft.cooperative.commune
    initial = {
        "commune": known.full_name,
        "protected_name": content.get("protected_name", ""),
        "certificates": content.get("certificates", []),
    }
    form = OriginForm(
        data,
        initial=initial,
        category=content.get("category", ""),
        cooperative_id=draft.cooperative_id,
    )
    return Step("origin", draft, form, extra={"communes": places.home()})


def _season(draft: ListingDraft, data: Any, request: HttpRequest | None) -> Step:
    months = draft.content.get("season_months")
    if months is None:
        category = goods.by_path(draft.content.get("category", ""))
        variety = None
        if category and draft.content.get("variety"):
            variety = goods.varieties(category).filter(key=draft.content["variety"]).first()
        months = goods.usual_months(category, variety) if category else []
    return Step("season", draft, SeasonForm(data, initial={"season_months": months}))


def _packs(draft: ListingDraft, data: Any, request: HttpRequest | None) -> Step:
    known = proposals.read(draft.content).packs
    formset = Packs(data, prefix="pack", initial=BasePacks.initially(known))
    assert isinstance(formset, BasePacks)
    for form in formset.forms[: max(1, len(known))]:
        form.empty_permitted = form.empty_permitted and bool(known)
    return Step("packs", draft, formset=formset, extra={"grades": goods.grades()})


def _lot(draft: ListingDraft, data: Any, request: HttpRequest | None) -> Step:
    proposal = proposals.read(draft.content)
    packs = [(pack.key, pack.name_vi) for pack in proposal.packs]
    category = goods.by_path(proposal.category)
    crop = category.name_vi if category else ""
    plots = list(growing.in_use(draft.cooperative.party_id, crop))
    form = LotForm(data, packs=packs, plots=plots, initial=LotForm.initially(proposal))
    return Step("lot", draft, form)


def _take_photos(step: Step, request: HttpRequest, by: User) -> Step:
    """Keep words and order of the photos there are, and take new ones in."""
    form, draft = step.form, step.draft
    assert isinstance(form, PhotosForm)
    shots = [shot for shot in form.kept() if shot["token"] != request.POST.get("remove")]
    first = request.POST.get("main")
    shots.sort(key=lambda shot: shot["token"] != first)
    refused = []
    for upload in form.cleaned_data["photos"][: checking.MOST_PICTURES - len(shots)]:
        try:
            picture = pictures.take(upload, cooperative_id=draft.cooperative_id, by=by)
        except PictureRefused as refusal:
            refused.append(REFUSED_PICTURES[refusal.reason])
            continue
        if picture.token not in {shot["token"] for shot in shots}:
            shots.append({"token": picture.token, "alt": ""})
    if shots or draft.content or not refused:
        draft = writing.save(draft.token, by=by, pictures=shots)
    added = len(shots) > len(form.shots)
    fresh = _photos(draft, None, None)
    fresh.stay = added or "remove" in request.POST or "main" in request.POST
    fresh.refused = refused
    return fresh


def _take_packs(step: Step, request: HttpRequest, by: User) -> Step:
    """Keep the packs; a key of nobody's is a new pack."""
    formset, draft = step.formset, step.draft
    assert formset is not None
    if not formset.is_valid():
        return step
    known = {pack["key"] for pack in draft.content.get("packs", ())}
    if draft.listing:
        known |= set(draft.listing.packs.values_list("key", flat=True))
    packs = formset.content(known)
    content: dict[str, Any] = {"packs": packs}
    if lot := draft.content.get("first_lot"):
        keys = {pack["key"] for pack in packs}
        units = {key: count for key, count in lot["units"].items() if key in keys}
        content["first_lot"] = {**lot, "units": units}
    step.draft = writing.save(draft.token, by=by, **content)
    draft.content = step.draft.content
    step.stay = "add" in request.POST
    return step
