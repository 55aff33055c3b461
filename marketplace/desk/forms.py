"""What the province's staff decide, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.certificates.models import Certificate
from catalog.cooperatives.models import Cooperative, CooperativePaper, IdentityCheck
from catalog.listings.fields import LineField, TextField, offer

COOPERATIVE_REASONS: tuple[tuple[str, Promise], ...] = (
    ("papers", _("A paper is missing, unreadable or has expired")),
    ("facts", _("The particulars differ from the papers")),
    ("account", _("The bank account is not in the cooperative's name")),
)


class DecisionForm(forms.Form):
    """Approve, or send back with a reason somebody can act on."""

    decision = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect)
    reasons = forms.MultipleChoiceField(
        label=_("Reason"), required=False, widget=forms.CheckboxSelectMultiple
    )
    message = TextField(
        label=_("Message to the cooperative"),
        required=False,
        max_length=1_500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Say what to do. It is read on a phone."),
    )

    sent_back: frozenset[str] = frozenset()

    def clean(self) -> dict[str, Any]:
        """Whatever is sent back has a reason: a ticked one, or words."""
        facts = super().clean() or {}
        if facts.get("decision") in self.sent_back and not self.says_why(facts):
            self.add_error("message", _("Tick a reason, or say in words what has to be mended."))
        return facts

    def says_why(self, facts: Mapping[str, Any]) -> bool:
        """Whether there is a reason in what was typed."""
        return bool(facts.get("reasons") or facts.get("message"))


class CooperativeDecisionForm(DecisionForm):
    """About a cooperative: what may follow from where it stands."""

    sent_back = frozenset({Cooperative.State.RETURNED})

    def __init__(self, *given: Any, state: str, **facts: Any) -> None:
        """Offer the moves from ``state``; suspensions are ordered and lifted by takedowns."""
        super().__init__(*given, **facts)
        words = {
            Cooperative.State.VERIFIED: _("Verify: it may sell"),
            Cooperative.State.RETURNED: _("Send it back to be mended"),
        }
        is_suspended = state == Cooperative.State.SUSPENDED
        moves = set() if is_suspended else Cooperative.MOVES[Cooperative.State(state)]
        offer(self, "decision", [(to, text) for to, text in words.items() if to in moves])
        offer(self, "reasons", COOPERATIVE_REASONS)

    def reason(self) -> str:
        """The ticked reasons and the message in one text."""
        words = dict(self.fields["reasons"].choices)  # type: ignore[attr-defined]  # a choice field
        # Kept in the province's language: the cooperative reads it, whoever ticked it.
        with translation.override(settings.LANGUAGE_CODE):
            ticked = [str(words[key]) for key in self.cleaned_data["reasons"]]
        message = self.cleaned_data["message"]
        head = "; ".join(ticked)
        return "\n".join(filter(None, (f"{head}." if head else "", message)))


class CheckForm(forms.Form):
    """How somebody made sure who stands behind a cooperative."""

    method = forms.ChoiceField(label=_("How"), choices=IdentityCheck.Method)
    level = forms.TypedChoiceField(
        label=_("How sure"),
        coerce=int,
        choices=(
            (2, _("Checked against papers or a register")),
            (3, _("Met in person")),
        ),
    )
    paper = forms.ChoiceField(label=_("Paper looked at"), required=False)

    def __init__(self, *given: Any, papers: list[CooperativePaper], **facts: Any) -> None:
        """Offer the cooperative's own papers as evidence."""
        super().__init__(*given, **facts)
        offer(
            self,
            "paper",
            [
                ("", _("None")),
                *(
                    (one.paper.token, f"{one.get_kind_display()}: {one.paper.name}")
                    for one in papers
                ),
            ],
        )


class CertificateForm(forms.Form):
    """A certificate as its paper says."""

    scheme = forms.ChoiceField(label=_("Certificate"), choices=Certificate.Scheme)
    stars = forms.TypedChoiceField(
        label=_("OCOP stars"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=(("", "–"), (3, "3"), (4, "4"), (5, "5")),
    )
    number = LineField(label=_("Number"), max_length=60)
    issuer = LineField(label=_("Issued by"), max_length=160)
    scope = LineField(label=_("For what"), max_length=200, required=False)
    valid_from = forms.DateField(
        label=_("Valid from"), widget=forms.DateInput(attrs={"type": "date"})
    )
    valid_to = forms.DateField(
        label=_("Valid until"), widget=forms.DateInput(attrs={"type": "date"})
    )
    paper = forms.ChoiceField(label=_("Paper"), required=False)

    def __init__(self, *given: Any, papers: list[CooperativePaper], **facts: Any) -> None:
        """Offer the cooperative's own papers."""
        super().__init__(*given, **facts)
        offer(
            self,
            "paper",
            [
                ("", _("None")),
                *((str(one.pk), f"{one.get_kind_display()}: {one.paper.name}") for one in papers),
            ],
        )

    def clean(self) -> dict[str, Any]:
        """Days in their order; stars for OCOP and for nothing else."""
        facts = super().clean() or {}
        begins, ends = facts.get("valid_from"), facts.get("valid_to")
        if begins and ends and ends < begins:
            self.add_error("valid_to", _("The last day is after the first."))
        is_ocop = facts.get("scheme") == Certificate.Scheme.OCOP
        if is_ocop and facts.get("stars") is None:
            self.add_error("stars", _("Choose how many stars."))
        if not is_ocop:
            facts["stars"] = None
        return facts


class Which(forms.Form):
    """Which cooperatives the list shows."""

    state = forms.ChoiceField(choices=[("", ""), *Cooperative.State.choices], required=False)
    q = forms.CharField(max_length=100, required=False)
    page = forms.IntegerField(min_value=1, max_value=10_000, required=False)
