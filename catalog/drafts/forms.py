"""The steps of writing a listing: each form turns what was typed into fields of the proposal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.certificates.models import Certificate
from catalog.cooperatives.forms import CommuneField
from catalog.goods import queries as goods
from catalog.goods.models import GoodsCategory, ProtectedName, Variety
from catalog.listings import checking
from catalog.listings.fields import (
    FilesField,
    LineField,
    TextField,
    offer,
)
from catalog.listings.proposals import Proposal
from marketplace.records import clock

_PICTURES = "image/jpeg,image/png,image/webp"


class PhotosForm(forms.Form):
    """New photos, and what each photo of the draft shows."""

    photos = FilesField(
        label=_("Take or choose photos"),
        required=False,
        most=checking.MOST_PICTURES,
    )

    def __init__(self, *given: Any, shots: Sequence[dict[str, str]] = (), **facts: Any) -> None:
        """A field of words for each photo there is."""
        super().__init__(*given, **facts)
        self.shots = list(shots)
        self.fields["photos"].widget.attrs["accept"] = _PICTURES
        for shot in self.shots:
            self.fields[f"alt_{shot['token']}"] = LineField(
                label=_("What does the photo show?"),
                max_length=160,
                required=False,
                initial=shot["alt"],
            )

    def kept(self) -> list[dict[str, str]]:
        """The photos there are, with their words as typed."""
        return [
            {"token": shot["token"], "alt": self.cleaned_data[f"alt_{shot['token']}"]}
            for shot in self.shots
        ]


class GoodsForm(forms.Form):
    """What it is, in words."""

    category = forms.ChoiceField(label=_("Kind of goods"))
    title_vi = LineField(
        label=_("Name"),
        max_length=120,
        help_text=_("Crop, place, what is special: Nhãn Sông Mã cả chùm."),
    )
    variety = forms.ChoiceField(label=_("Variety"), required=False)
    description_vi = TextField(
        label=_("Description"),
        max_length=8_000,
        help_text=_("Taste, size, how it was grown, how long it keeps. Nothing you cannot prove."),
    )
    title_en = LineField(label=_("Name in English"), max_length=120, required=False)
    description_en = TextField(label=_("Description in English"), max_length=8_000, required=False)

    def __init__(self, *given: Any, **facts: Any) -> None:
        """Offer the categories at the ends of the branches, and the varieties by category."""
        super().__init__(*given, **facts)
        rows = list(goods.categories().select_related("parent"))
        parents = {row.parent_id for row in rows}
        leaves = [row for row in rows if row.pk not in parents]
        offer(self, "category", [("", _("Choose")), *_by_parent(leaves)])
        offer(self, "variety", [("", _("No variety named")), *_by_category()])

    def content(self) -> dict[str, Any]:
        """Fields of the proposal."""
        facts = self.cleaned_data
        texts = {"vi": {"title": facts["title_vi"], "description": facts["description_vi"]}}
        if facts["title_en"] or facts["description_en"]:
            texts["en"] = {
                "title": facts["title_en"],
                "description": facts["description_en"],
            }
        return {
            "category": facts["category"],
            "variety": facts["variety"],
            "texts": texts,
        }

    @staticmethod
    def initially(proposal: Proposal) -> dict[str, Any]:
        """What the form shows first."""
        facts: dict[str, Any] = {
            "category": proposal.category,
            "variety": proposal.variety,
        }
        for language, words in proposal.texts.items():
            facts[f"title_{language}"] = words.title
            facts[f"description_{language}"] = words.description
        return facts


class OriginForm(forms.Form):
    """Where it grows, and what proves it."""

    commune = CommuneField(
        label=_("Commune or ward where it grows"),
        help_text=_("Type the first letters. Former names are understood."),
    )
    protected_name = forms.ChoiceField(
        label=_("Protected name"),
        required=False,
        help_text=_("Only for goods and ground that the name covers."),
    )
    certificates = forms.TypedMultipleChoiceField(
        label=_("Certificates for these goods"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *given: Any, category: str, cooperative_id: int, **facts: Any) -> None:
        """Offer the names for this kind of goods, and the cooperative's valid certificates."""
        super().__init__(*given, **facts)
        lineage = goods.lineage(category) if category else []
        names = ProtectedName.objects.filter(category__path__in=lineage).order_by("name_vi")
        today = clock.local_day()
        valid = Certificate.objects.filter(
            cooperative_id=cooperative_id, valid_from__lte=today, valid_to__gte=today
        )
        offer(
            self,
            "protected_name",
            [
                ("", _("None")),
                *((name.key, f"{name.name_vi} ({name.get_kind_display()})") for name in names),
            ],
        )
        offer(
            self,
            "certificates",
            [(one.pk, f"{one.get_scheme_display()} {one.number}") for one in valid],
        )
        if not names:
            del self.fields["protected_name"]
        if not valid:
            del self.fields["certificates"]

    def content(self) -> dict[str, Any]:
        """Fields of the proposal."""
        facts = self.cleaned_data
        return {
            "commune": facts["commune"].code,
            "protected_name": facts.get("protected_name", ""),
            "certificates": sorted(facts.get("certificates", [])),
        }


class SeasonForm(forms.Form):
    """The months of harvest."""

    season_months = forms.TypedMultipleChoiceField(
        label=_("Months in which you harvest"),
        choices=list(MONTHS.items()),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def content(self) -> dict[str, Any]:
        """Fields of the proposal."""
        return {"season_months": sorted(set(self.cleaned_data["season_months"]))}


def _name(row: GoodsCategory | Variety) -> str:
    """The name in the reader's language."""
    return row.name_en if get_language() == "en" else row.name_vi


def _by_parent(leaves: Sequence[GoodsCategory]) -> list[tuple[str, Any]]:
    """Choices, those with a parent in its group."""
    grouped: dict[str, Any] = {}
    for leaf in leaves:
        if leaf.parent:
            grouped.setdefault(_name(leaf.parent), []).append((leaf.path, _name(leaf)))
        else:
            grouped[leaf.path] = _name(leaf)
    return list(grouped.items())


def _by_category() -> list[tuple[str, Any]]:
    """Every variety in the group of its category."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    for variety in Variety.objects.select_related("category").order_by("category__position", "key"):
        grouped.setdefault(_name(variety.category), []).append((variety.key, _name(variety)))
    return list(grouped.items())
