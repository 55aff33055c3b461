"""The desk's room of pages that editors sent in: promotions and live sales."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import TaskState

from cms import approval
from marketplace.people.models import User

SHOWN = 60
_REFUSED = 422


class Decision(forms.Form):
    """Approve, or give back with a reason."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[
            ("approve", gettext_lazy("Approve and publish")),
            ("return", gettext_lazy("Give back")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """What is given back says why."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("decision") == "return" and not data.get("reason"):
            self.add_error("reason", _("Write what the editor has to mend."))
        return data


def row(state: TaskState) -> dict[str, Any]:
    """A page in the list."""
    page = approval.page_of(state)
    return {
        "pk": state.pk,
        "title": page.title,
        "kind": page.specific_class.get_verbose_name(),
        "language": page.locale.get_display_name(),
        "who": state.workflow_state.requested_by,
        "at": state.started_at,
    }


@permission_required(approval.APPROVE, raise_exception=True)
@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """Show what waits."""
    rows = [row(state) for state in approval.waiting()[:SHOWN]]
    return render(request, "desk/pages.html", {"tab": "pages", "pages": rows})


@permission_required(approval.APPROVE, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, state_id: int) -> HttpResponse:
    """Show one page as it was sent in, and decide on it."""
    state = approval.waiting().filter(pk=state_id).first()
    if state is None:
        raise Http404
    assert isinstance(request.user, User)
    form = Decision(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            approval.decide(
                state.pk,
                approve=told["decision"] == "approve",
                reason=told["reason"],
                by=request.user,
            )
        except approval.AlreadyDecided:
            messages.error(request, _("Somebody has decided meanwhile."))
        except approval.OwnPage:
            messages.error(request, _("You sent this page in: somebody else decides."))
        return redirect("desk-pages")
    shown = approval.page_of(state)
    warnings = shown.warnings() if hasattr(shown, "warnings") else []
    context = {"tab": "pages", "row": row(state), "form": form, "warnings": warnings}
    status = _REFUSED if request.method == "POST" else 200
    return render(request, "desk/page.html", context, status=status)


@permission_required(approval.APPROVE, raise_exception=True)
@require_safe
def preview(request: HttpRequest, state_id: int) -> HttpResponse:
    """The page as readers would see it."""
    state = approval.waiting().filter(pk=state_id).first()
    if state is None:
        raise Http404
    response: HttpResponse = approval.page_of(state).make_preview_request(original_request=request)
    return response
