"""What staff ask and decide about listings: which of the queue, the verdict, whom it is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.listings.fields import LineField, offer
from catalog.listings.models import ListingChange
from catalog.moderation import bulk, fields, remarks
from catalog.moderation.models import Reason
from catalog.moderation.queries import Wanted
from catalog.moderation.remarks import Said
from marketplace.desk.forms import DecisionForm
from marketplace.desk.keyset import PlaceField
from marketplace.people.models import User

State = ListingChange.State
_SIDES = ("", "mine", "free", "others")
_KINDS = ("", "overdue", "new", "change", "again")
_VERDICTS = (
    (State.APPROVED, _("Approve all of it")),
    (State.CHANGES_REQUESTED, _("Ask for changes")),
    (State.RETURNED, _("Turn it down")),
)


class WhichChanges(forms.Form):
    """Which waiting proposals the queue shows; what makes no sense is left aside."""

    whose = forms.ChoiceField(choices=[(side, side) for side in _SIDES], required=False)
    kind = forms.ChoiceField(choices=[(kind, kind) for kind in _KINDS], required=False)
    cooperative = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    category = forms.CharField(max_length=120, required=False)
    after = PlaceField()
    before = PlaceField()

    def wanted(self) -> Wanted:
        """The choices that were understood."""
        self.is_valid()
        known = self.cleaned_data
        return Wanted(
            known.get("whose", ""),
            known.get("kind", ""),
            known.get("cooperative"),
            known.get("category", ""),
        )


class VerdictForm(DecisionForm):
    """Approve, ask for changes, or turn down: the last two with a reason somebody can act on."""

    sent_back = frozenset(remarks.SENT_BACK)

    def __init__(self, *given: Any, **facts: Any) -> None:
        """Offer the verdicts and today's reasons."""
        super().__init__(*given, **facts)
        self.offered: list[Reason] = list(remarks.offered())
        offer(self, "decision", _VERDICTS)
        offer(self, "reasons", [(reason.key, reason.words) for reason in self.offered])

    def says_why(self, facts: Mapping[str, Any]) -> bool:
        """A remark beside a field is a reason, too."""
        return super().says_why(facts) or bool(list(self.said()))

    def said(self) -> Iterable[Said]:
        """The ticked reasons as remarks."""
        return [Said(reason=key) for key in self.cleaned_data.get("reasons", ())]


class ListingDecisionForm(VerdictForm):
    """The verdict on one proposal, as it stood when the page was opened, with remarks at fields."""

    opened_version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *given: Any, keys: Sequence[str] = (), **facts: Any) -> None:
        """Beside each field (``keys``): the reasons that are about it, and a line of words."""
        super().__init__(*given, **facts)
        self.keys = list(keys)
        for key in self.keys:
            parts = fields.part(key)
            fitting = [(one.key, one.words) for one in self.offered if one.part in parts]
            if fitting:
                self.fields[f"why_{key}"] = forms.MultipleChoiceField(
                    label=_("Reason"),
                    required=False,
                    choices=fitting,
                    widget=forms.CheckboxSelectMultiple(attrs={"form": "decision"}),
                )
            self.fields[f"say_{key}"] = LineField(
                label=_("In your own words"),
                required=False,
                max_length=500,
                widget=forms.TextInput(attrs={"form": "decision"}),
            )

    def said(self) -> Iterable[Said]:
        """The remarks field by field, then those about the whole."""
        found: list[Said] = []
        for key in self.keys:
            ticked = self.cleaned_data.get(f"why_{key}", [])
            words = self.cleaned_data.get(f"say_{key}", "")
            # Words beside a ticked reason explain the first of them.
            found += [
                Said(key, reason, "" if place else words) for place, reason in enumerate(ticked)
            ]
            found += [Said(key, "", words)] if words and not ticked else []
        return [*found, *super().said()]

    def beside(self, key: str) -> list[forms.BoundField]:
        """The inputs of one field."""
        return [self[name] for name in (f"why_{key}", f"say_{key}") if name in self.fields]

    def has_said(self, key: str) -> bool:
        """Whether something was typed beside a field: then its fold stays open."""
        return any(bound.value() for bound in self.beside(key))


class OpenedField(forms.MultipleChoiceField):
    """Ticked proposals, each with the version of its listing on the page: ``12:3``."""

    def __init__(self, **facts: Any) -> None:
        """Any number of boxes."""
        super().__init__(widget=forms.MultipleHiddenInput, **facts)

    def clean(self, value: Any) -> dict[int, int]:
        """The versions by proposal."""
        pairs = [str(one).split(":") for one in value or ()]
        if not pairs:
            raise forms.ValidationError(_("Tick the proposals first."), code="required")
        if len(pairs) > bulk.MOST:
            raise forms.ValidationError(
                _("Tick %(most)d at most.") % {"most": bulk.MOST}, code="many"
            )
        right = [p for p in pairs if len(p) == 2 and all(s.isdecimal() and len(s) < 10 for s in p)]
        if len(right) != len(pairs):
            raise forms.ValidationError(_("Tick the proposals first."), code="invalid")
        return {int(key): int(version) for key, version in right}


class BulkForm(VerdictForm):
    """One verdict on several proposals."""

    change = OpenedField()


class TickedForm(forms.Form):
    """Which proposals were ticked in the queue."""

    change = OpenedField()


class AssignForm(forms.Form):
    """Who shall work on a proposal."""

    to = forms.TypedChoiceField(label=_("Colleague"), coerce=int)

    def __init__(self, *given: Any, colleagues: Iterable[User], **facts: Any) -> None:
        """Offer the colleagues who may decide."""
        super().__init__(*given, **facts)
        offer(self, "to", [(one.pk, one.display_name) for one in colleagues])


class TakenForm(forms.Form):
    """Who had the proposal when the page was opened, if anybody."""

    had = forms.IntegerField(min_value=1, max_value=2**62, required=False)


class TwoVersions(forms.Form):
    """Two versions of a listing to be compared."""

    old = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    new = forms.IntegerField(min_value=0, max_value=2**31 - 1)


class WhichPassed(forms.Form):
    """Which rule's changes are shown, and which page of them."""

    rule = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)
