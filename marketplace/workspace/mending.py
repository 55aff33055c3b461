"""What the province asked to mend, where it is mended: at the step and beside the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.urls import reverse

from catalog.drafts.models import ListingDraft
from catalog.drafts.packforms import BasePacks
from catalog.listings import comparing, proposals
from catalog.listings.models import ListingChange
from catalog.moderation import fields, remarks
from catalog.moderation.remarks import Told

Asking = ListingChange.State


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal that came back, and what was remarked about it."""

    change: ListingChange
    told: list[Told]

    @property
    def steps(self) -> list[str]:
        """The steps at which something is to be mended."""
        return [one.step for one in self.told if one.step]

    def at(self, step: str) -> list[Told]:
        """What is to be mended at a step."""
        return [one for one in self.told if one.step == step]


def of(draft: ListingDraft) -> Asked | None:
    """What the listing's newest change asks to mend, if it came back."""
    if draft.listing is None:
        return None
    last = draft.listing.changes.order_by("-pk").first()
    if last is None or last.state not in remarks.SENT_BACK:
        return None
    return Asked(last, remarks.told(last))


def address(draft: ListingDraft, names: Sequence[str]) -> str:
    """Where mending begins: the first step with a remark, or the whole."""
    asked = of(draft)
    wanted = asked.steps if asked and asked.change.state == Asking.CHANGES_REQUESTED else []
    first = next((name for name in names if name in wanted), None)
    if first is None:
        return reverse("sell-draft", args=[draft.token])
    return reverse("sell-draft-step", args=[draft.token, first])


def following(draft: ListingDraft, name: str, names: Sequence[str]) -> str | None:
    """The next step after ``name`` at which something is still to be mended."""
    asked = of(draft)
    if asked is None or asked.change.state != Asking.CHANGES_REQUESTED:
        return None
    open_steps = {one["step"] for one in overview(draft, asked) if not one["mended"]}
    later = names[names.index(name) + 1 :]
    return next((other for other in later if other in open_steps), None)


def asked_at(
    draft: ListingDraft, step: str, form: BaseForm | None, formset: BasePacks | None
) -> list[str]:
    """What the province asked to mend at a step: put at its fields, else answered in words."""
    asked = of(draft)
    if asked is None:
        return []
    if not asked.told:
        return [asked.change.reason]
    whole = [one.words for one in asked.at("")]
    words = [asked.change.message] if asked.change.message else []
    return [*beside(asked, step, form, formset), *whole, *words]


def beside(asked: Asked, step: str, form: BaseForm | None, formset: BasePacks | None) -> list[str]:
    """Put each remark at its field; those whose field is not on the page are answered."""
    left = [one for one in asked.at(step) if not (_at_field(one, form) or _at_pack(one, formset))]
    return [f"{one.label}: {one.words}" if one.label else one.words for one in left]


def overview(draft: ListingDraft, asked: Asked) -> list[dict[str, Any]]:
    """Every remark with its step and whether the field has been changed since."""
    sent, now = proposals.read(asked.change.proposed), proposals.read(draft.content)
    changed = {field.key for field in comparing.between(sent, now).changed}
    if sent.first_lot != now.first_lot:
        changed.add("first_lot")
    packs = any(key.startswith(fields.PACK) for key in changed)
    return [
        {
            "label": one.label,
            "words": one.words,
            "step": one.step,
            "url": _step_address(draft, one.step),
            "mended": packs if one.field == "packs" else one.field in changed,
            "is_field": bool(one.field),
        }
        for one in asked.told
    ]


def _step_address(draft: ListingDraft, step: str) -> str:
    """The step's page, or nothing for the whole."""
    return reverse("sell-draft-step", args=[draft.token, step]) if step else ""


def _at_field(one: Told, form: BaseForm | None) -> bool:
    """Put a remark beside the form's field of that name."""
    if form is None or one.field not in form.fields:
        return False
    field: Any = form.fields[one.field]
    field.remarks = [*getattr(field, "remarks", []), one.words]
    return True


def _at_pack(one: Told, formset: BasePacks | None) -> bool:
    """Put a remark at the pack it is about."""
    for form in formset.forms if formset is not None else ():
        if one.field == f"{fields.PACK}{(form.initial or {}).get('key')}":
            pack: Any = form
            pack.remarks = [*getattr(pack, "remarks", []), one.words]
            return True
    return False
