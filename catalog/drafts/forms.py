"""The steps of writing a listing: each form turns what was typed into fields of the proposal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from catalog.certificates.models import Certificate
from catalog.cooperatives.forms import CommuneField
from catalog.goods import queries as goods
from catalog.goods.models import GoodsCategory, ProtectedName, Variety
from catalog.listings import checking
from catalog.listings.fields import (
    DongField,
    FilesField,
    KilogramField,
    LineField,
    TextField,
)
from catalog.listings.proposals import PackDraft, Proposal
from marketplace.records import clock, tokens

_PICTURES = "image/jpeg,image/png,image/webp"
MONTHS = tuple(
    (month, pgettext_lazy("month", name))
    for month, name in enumerate(
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        start=1,
    )
)


class PhotosForm(forms.Form):
    """New photos, and what each photo of the draft shows."""

    photos = FilesField(
        label=_("Take or choose photos"),
        required=False,
        most=checking.MOST_PICTURES,
    )

    def __init__(
        self, *given: Any, shots: Sequence[dict[str, str]] = (), **facts: Any
    ) -> None:
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
        help_text=_(
            "Taste, size, how it was grown, how long it keeps. Nothing you cannot prove."
        ),
    )
    title_en = LineField(label=_("Name in English"), max_length=120, required=False)
    description_en = TextField(
        label=_("Description in English"), max_length=8_000, required=False
    )

    def __init__(self, *given: Any, **facts: Any) -> None:
        """Offer the categories at the ends of the branches, and the varieties by category."""
        super().__init__(*given, **facts)
        rows = list(goods.categories().select_related("parent"))
        parents = {row.parent_id for row in rows}
        leaves = [row for row in rows if row.pk not in parents]
        self.fields["category"].choices = [("", _("Choose")), *_by_parent(leaves)]
        self.fields["variety"].choices = [("", _("No variety named")), *_by_category()]

    def content(self) -> dict[str, Any]:
        """Fields of the proposal."""
        facts = self.cleaned_data
        texts = {
            "vi": {"title": facts["title_vi"], "description": facts["description_vi"]}
        }
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

    def __init__(
        self, *given: Any, category: str, cooperative_id: int, **facts: Any
    ) -> None:
        """Offer the names for this kind of goods, and the cooperative's valid certificates."""
        super().__init__(*given, **facts)
        lineage = goods.lineage(category) if category else []
        names = ProtectedName.objects.filter(category__path__in=lineage).order_by(
            "name_vi"
        )
        today = clock.local_day()
        valid = Certificate.objects.filter(
            cooperative_id=cooperative_id, valid_from__lte=today, valid_to__gte=today
        )
        self.fields["protected_name"].choices = [
            ("", _("None")),
            *(
                (name.key, f"{name.name_vi} ({name.get_kind_display()})")
                for name in names
            ),
        ]
        self.fields["certificates"].choices = [
            (one.pk, f"{one.get_scheme_display()} {one.number}") for one in valid
        ]
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
        choices=MONTHS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def content(self) -> dict[str, Any]:
        """Fields of the proposal."""
        return {"season_months": sorted(set(self.cleaned_data["season_months"]))}


class PackForm(forms.Form):
    """A grade and size with its price."""

    key = forms.CharField(max_length=22, required=False, widget=forms.HiddenInput)
    name_vi = LineField(
        label=_("Pack"), max_length=80, help_text=_("Such as Thùng 5 kg.")
    )
    net_weight_g = KilogramField(label=_("Net weight"))
    price = DongField(label=_("Price of the pack"))
    grade = LineField(
        label=_("Grade"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "grades"}),
    )
    name_en = LineField(label=_("Pack in English"), max_length=80, required=False)


class BasePacks(forms.BaseFormSet):
    """Every pack of a listing on one page."""

    def content(self, known: set[str]) -> list[dict[str, Any]]:
        """The packs in their order; a key that is not one of ``known`` is a new pack."""
        packs = []
        for form in self.forms:
            facts = getattr(form, "cleaned_data", None)
            if not facts or facts.get("DELETE") or not facts.get("name_vi"):
                continue
            key = facts["key"] if facts["key"] in known else tokens.fresh()
            known.discard(key)
            packs.append(
                {
                    "key": key,
                    **{name: facts[name] for name in ("name_vi", "name_en", "grade")},
                    "net_weight_g": facts["net_weight_g"],
                    "price": facts["price"],
                }
            )
        return packs

    @staticmethod
    def initially(packs: Sequence[PackDraft]) -> list[dict[str, Any]]:
        """What the forms show first."""
        return [
            {
                "key": pack.key,
                "name_vi": pack.name_vi,
                "name_en": pack.name_en,
                "grade": pack.grade,
                "net_weight_g": f"{pack.net_weight_g / 1000:.3f}".rstrip("0").rstrip(
                    "."
                ),
                "price": f"{pack.price:,}".replace(",", "."),
            }
            for pack in packs
        ]


Packs = forms.formset_factory(
    PackForm,
    formset=BasePacks,
    extra=1,
    max_num=checking.MOST_PACKS,
    absolute_max=checking.MOST_PACKS,
    can_delete=True,
)


class LotForm(forms.Form):
    """A harvest: its day, until when it keeps, and how many units of each pack."""

    harvested_on = forms.DateField(
        label=_("Harvest day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    best_before = forms.DateField(
        label=_("Best before"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("After this day the lot is no longer sold."),
    )

    def __init__(
        self, *given: Any, packs: Sequence[tuple[str, str]], **facts: Any
    ) -> None:
        """A number field for each pack (key and name)."""
        super().__init__(*given, **facts)
        self.keys = [key for key, _name in packs]
        for key, name in packs:
            self.fields[f"units_{key}"] = forms.IntegerField(
                label=name,
                min_value=0,
                max_value=checking.MOST_UNITS,
                required=False,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def clean(self) -> dict[str, Any]:
        """The days in their order, and something of something."""
        facts = super().clean() or {}
        day, kept = facts.get("harvested_on"), facts.get("best_before")
        today = clock.local_day()
        if day and not today - checking.OLDEST_HARVEST <= day <= today:
            self.add_error("harvested_on", _("The harvest day is today or earlier."))
        if kept and (kept < today or (day and kept < day)):
            self.add_error("best_before", _("The best-before day is today or later."))
        if not any(facts.get(f"units_{key}") for key in self.keys):
            raise forms.ValidationError(
                _("Write how many units of at least one pack there are.")
            )
        return facts

    def content(self) -> dict[str, Any]:
        """The lot as the proposal holds it."""
        facts = self.cleaned_data
        kept = facts["best_before"]
        return {
            "harvested_on": facts["harvested_on"].isoformat(),
            "best_before": kept.isoformat() if kept else None,
            "units": {key: facts[f"units_{key}"] or 0 for key in self.keys},
        }

    @staticmethod
    def initially(proposal: Proposal) -> dict[str, Any]:
        """What the form shows first: today, unless the draft says otherwise."""
        lot = proposal.first_lot
        if lot is None:
            return {"harvested_on": clock.local_day()}
        units = {f"units_{key}": count for key, count in lot.units.items()}
        return {
            "harvested_on": lot.harvested_on,
            "best_before": lot.best_before,
            **units,
        }


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
    for variety in Variety.objects.select_related("category").order_by(
        "category__position", "key"
    ):
        grouped.setdefault(_name(variety.category), []).append(
            (variety.key, _name(variety))
        )
    return list(grouped.items())
