"""The pages of bank statements: bring a file, say what its columns are, see what comes of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from catalog.tables.refusals import FileRefused
from marketplace.desk.money import bankrows, providerrows, sources, taking
from marketplace.desk.money.tasks import take_bank_file
from marketplace.desk.money.views import MONEY, REFUSED, who
from payments.models import BankFile

SHOWN = 60
MOST_PROBLEMS = 20
STATES = {
    BankFile.State.READ: (gettext_lazy("Looked at, not taken"), "warn"),
    BankFile.State.TAKING: (gettext_lazy("Being taken"), "warn"),
    BankFile.State.TAKEN: (gettext_lazy("Taken"), "ok"),
}
OUTCOMES = {
    "matched": gettext_lazy("placed with a payment"),
    "code": gettext_lazy("carry a code of ours"),
    "copy": gettext_lazy("were told already, by a bank reader"),
    "known": gettext_lazy("are known from an earlier file"),
    "unmatched": gettext_lazy("have no code: somebody places them"),
    "apart": gettext_lazy("are money that went out"),
    "settled": gettext_lazy("are payments we booked, with the same sum"),
    "other_sum": gettext_lazy("are payments we booked with another sum"),
    "unknown": gettext_lazy("are payments nobody knows"),
    "twice": gettext_lazy("were handed over by an earlier file already"),
}


class BringForm(forms.Form):
    """A file from the bank, or from a provider or courier about what it paid out."""

    file = forms.FileField(
        label=gettext_lazy("Statement (CSV or Excel)"),
        widget=forms.FileInput({"accept": ".csv,.xlsx"}),
    )

    source = forms.ChoiceField(label=gettext_lazy("Whose file"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer whoever writes files for us."""
        super().__init__(*args, **kwargs)
        field = self.fields["source"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = sources.choices()
        field.initial = str(settings.VIETQR_ACCOUNT)
        self.order_fields(["source", "file"])

    def content(self) -> bytes:
        """The file's bytes; ``FileRefused`` when there are too many."""
        content: bytes = self.cleaned_data["file"].read(bankrows.LARGEST + 1)
        if len(content) > bankrows.LARGEST:
            raise FileRefused(_("The file is larger than 10 MB. Split it."))
        return content


class ColumnsForm(forms.Form):
    """Which heading says what."""

    is_month_first = forms.BooleanField(
        label=gettext_lazy("The month stands before the day (12/31/2026)"), required=False
    )

    def __init__(self, account: str, headings: list[str], *args: Any, **kwargs: Any) -> None:
        """A choice of the headings for each thing a column can say."""
        super().__init__(*args, **kwargs)
        is_provider = sources.is_settling(account)
        self.words = providerrows.WORDS if is_provider else bankrows.WORDS
        needs = ("reference", "amount") if is_provider else ("day", "text")
        choices = [("", "–"), *((name, name) for name in headings if name)]
        for what, words in self.words.items():
            needed = what in needs
            self.fields[what] = forms.ChoiceField(label=words, choices=choices, required=needed)
        self.order_fields([*self.words, "is_month_first"])
        if is_provider:
            del self.fields["is_month_first"]

    def clean(self) -> dict[str, Any]:
        """A sum is said somewhere, and no column says two things."""
        told: dict[str, Any] = super().clean() or {}
        chosen = [told[what] for what in self.words if told.get(what)]
        if not {"credit", "debit", "amount"} & {what for what in told if told[what]}:
            self.add_error("amount", _("Say which column has the sums."))
        if len(set(chosen)) != len(chosen):
            raise forms.ValidationError(_("A column says one thing only."))
        return told

    def columns(self) -> dict[str, str]:
        """The headings by what they say."""
        told = self.cleaned_data
        return {what: told[what] for what in self.words if told.get(what)}


@permission_required(MONEY, raise_exception=True)
def files(request: HttpRequest) -> HttpResponse:
    """List the files, and take one more in."""
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        source = form.cleaned_data["source"]
        try:
            made = taking.bring(source, upload.name, form.content(), by=who(request))
            return redirect("desk-money-bank-file", made.pk)
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
    rows = [_row(one) for one in BankFile.objects.defer("content").order_by("-pk")[:SHOWN]]
    context = {"tab": "bankfiles", "rows": rows, "form": form, "account": settings.VIETQR_ACCOUNT}
    status = REFUSED if form.is_bound else 200
    return render(request, "desk/money_bank_files.html", context, status=status)


@permission_required(MONEY, raise_exception=True)
def file(request: HttpRequest, file_id: int) -> HttpResponse:
    """Show what a file would do or did; say what its columns are."""
    found = get_object_or_404(BankFile.objects.defer("content"), pk=file_id)
    context: dict[str, Any] = {"tab": "bankfiles", **_row(found)}
    if found.state != BankFile.State.READ:  # its rows are the worker's now, and are not read again
        return render(request, "desk/money_bank_file.html", context)
    table = bankrows.table(bytes(found.content), taking.names(found.account))
    columns, is_month_first = taking.columns_of(found, table.headings)
    form = ColumnsForm(
        found.account,
        table.headings,
        request.POST or None,
        initial={**columns, "is_month_first": is_month_first},
    )
    if form.is_bound and form.is_valid():
        taking.tell_columns(
            found.account,
            form.columns(),
            is_month_first=form.cleaned_data.get("is_month_first", False),
            by=who(request),
        )
        return redirect("desk-money-bank-file", found.pk)
    seen = taking.look(found)
    context |= {"form": form, "counts": _counts(seen.counts), "unread": len(seen.problems)}
    context["problems"] = seen.problems[:MOST_PROBLEMS]
    status = REFUSED if form.is_bound else 200
    return render(request, "desk/money_bank_file.html", context, status=status)


@permission_required(MONEY, raise_exception=True)
@require_POST
def take(request: HttpRequest, file_id: int) -> HttpResponse:
    """Let the worker take the rows; again, where it stopped."""
    found = get_object_or_404(BankFile.objects.defer("content"), pk=file_id)
    try:
        taking.begin(found.pk, by=who(request))
    except taking.NotReadable:
        messages.error(request, _("Some rows cannot be read: say what the columns are."))
        return redirect("desk-money-bank-file", found.pk)
    transaction.on_commit(lambda: take_bank_file.delay(found.pk))
    return redirect("desk-money-bank-file", found.pk)


def _row(found: BankFile) -> dict[str, Any]:
    words, level = STATES[BankFile.State(found.state)]
    return {
        "file": found,
        "provider": sources.name(found.account),
        "words": words,
        "level": level,
        "counts": _counts(found.counts),
    }


def _counts(counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"n": counts[key], "words": words} for key, words in OUTCOMES.items() if counts.get(key)
    ]
