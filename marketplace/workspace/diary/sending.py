"""What a phone keeps until it is sent: whose it is, its key and clock, and how we answer it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils.crypto import salted_hmac
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise

from catalog.cooperatives.models import Membership
from catalog.traceability.lots.drafts import Draft
from marketplace.records import clock

_SALT = "marketplace.workspace.diary"
JSON = "application/json"
CREATED, UNPROCESSABLE = 201, 422


class DraftFields(forms.Form):
    """The phone's key of what it sends, and its clock; without script the page's own."""

    draft = forms.UUIDField(required=False, widget=forms.HiddenInput)
    written_at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def clean_draft(self) -> UUID:
        """The phone's key; who sends none, such as a program, cannot send it twice unnoticed."""
        return self.cleaned_data["draft"] or uuid4()

    def clean_written_at(self) -> dt.datetime:
        """The phone's moment; ours when it says none that can be."""
        told = self.cleaned_data["written_at"]
        try:
            moment = parse_datetime(told)
        except ValueError:
            moment = None
        return moment if moment and moment.tzinfo else clock.now()

    def sent(self) -> Draft:
        """Key and clock, for the verb."""
        return Draft(self.cleaned_data["draft"], self.cleaned_data["written_at"])


def fresh() -> dict[str, str]:
    """What a form begins with: a key of its own."""
    return {"draft": str(uuid4())}


def owner(membership: Membership) -> str:
    """Whose drafts these are: of this person for this cooperative, told to nobody else."""
    said = f"{membership.user_id}:{membership.cooperative_id}"
    return salted_hmac(_SALT, said, algorithm="sha256").hexdigest()[:24]


def is_by_script(request: HttpRequest) -> bool:
    """Whether the phone's own script sends it, and reads the answer."""
    return request.headers.get("Accept") == JSON


def taken() -> JsonResponse:
    """It was taken: the phone may forget it."""
    return JsonResponse({"taken": True}, status=CREATED)


def refused(form: forms.Form) -> JsonResponse:
    """It was not taken; what its fields say is why."""
    lines = [
        f"{form.fields[name].label}: {error}" if name in form.fields else str(error)
        for name, errors in form.errors.items()
        for error in errors
    ]
    return stays(lines)


def stays(why: Iterable[str | Promise]) -> JsonResponse:
    """It was not taken, and why, in words: the phone keeps it."""
    words = " ".join(map(str, why))
    return JsonResponse({"taken": False, "why": words}, status=UNPROCESSABLE)
