"""The diary: what was done, one more entry, an entry put right, its photo."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from catalog.cooperatives.models import Membership
from catalog.traceability.diary import writing
from catalog.traceability.growing import queries
from catalog.traceability.models import DiaryEntry, Plot
from marketplace.records import clock, papers
from marketplace.workspace import orderpages, stalls
from marketplace.workspace.diary import rows, sending
from marketplace.workspace.diary.forms import EntryForm, initially

UNPROCESSABLE = sending.UNPROCESSABLE
_OFFERED = 200


@stalls.members(*stalls.EVERYONE)
def diary(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show what was done on all plots, newest first."""
    found = rows.known(membership.cooperative.party_id)
    page = Paginator(found, rows.SHOWN).get_page(request.GET.get("page"))
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "entries": [rows.row(entry) for entry in page],
        "pages": orderpages.leaf(page, "?"),
        "may_change": membership.role in stalls.SELLERS,
        "owner": sending.owner(membership),
    }
    return render(request, "workspace/diary/diary.html", context)


@stalls.members(*stalls.EVERYONE)
def new(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Write an entry; a phone's own script is answered in its own way."""
    plots = list(queries.in_use(membership.cooperative.party_id))
    if request.method != "POST":
        blank = {**sending.fresh(), "on": clock.local_day(), "plot": request.GET.get("plot", "")}
        return _page(request, membership, EntryForm(initial=blank, plots=plots))
    form = EntryForm(request.POST, request.FILES, plots=plots)
    written = form.is_valid() and _write(form, membership)
    if sending.is_by_script(request):
        return sending.taken() if written else sending.refused(form)
    if written:
        messages.success(request, _("Written down."))
        return redirect("sell-diary")
    return _page(request, membership, form)


@stalls.members(*stalls.SELLERS)
def correct(request: HttpRequest, membership: Membership, entry_id: int) -> HttpResponse:
    """Put an entry right by another one; the first stays to be seen."""
    own = rows.known(membership.cooperative.party_id)
    wrong = get_object_or_404(own, pk=entry_id)
    if hasattr(wrong, "corrected_by"):
        messages.info(request, _("This entry was put right already."))
        return redirect("sell-diary")
    blank = {**sending.fresh(), **initially(wrong)}
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = EntryForm(data, files, initial=blank, plots=[wrong.plot])
    if data is not None and form.is_valid() and _write(form, membership, wrong.pk):
        messages.success(request, _("Put right. The entry before stays to be seen."))
        return redirect("sell-diary")
    return _page(request, membership, form, wrong)


@stalls.members(*stalls.EVERYONE)
@require_GET
def photo(request: HttpRequest, membership: Membership, entry_id: int) -> FileResponse:
    """Answer with the photo of an entry of one's own cooperative; every opening is noted."""
    own = rows.known(membership.cooperative.party_id).filter(photo__isnull=False)
    entry = get_object_or_404(own, pk=entry_id)
    assert entry.photo is not None
    return papers.show(request, entry.photo)


def _write(form: EntryForm, membership: Membership, corrects: int | None = None) -> bool:
    """Write the entry down; why not stands in the form."""
    kept = form.cleaned_data["photo"]
    plot, by = form.plot_id(), membership.user
    try:
        writing.write(plot, form.told(), by=by, photo=kept, corrects=corrects)
    except writing.NotYetDone:
        form.add_error("on", _("This day has not come yet."))
    except writing.IntervalMissing:
        form.add_error("wait_days", _("Write how many days to wait; 0 if none."))
    except writing.AlreadyCorrected:
        form.add_error(None, _("This entry was put right already."))
    except writing.DraftTaken:
        assert isinstance(form.data, QueryDict)
        data = form.data.copy()
        data["draft"] = sending.fresh()["draft"]
        form.data = data
        words = _("This page was sent already with other words. If this is more work, send it now.")
        form.add_error(None, words)
    except papers.PaperRefused:
        form.add_error("photo", _("Send a PDF, or a photo as JPEG or PNG."))
    else:
        return True
    return False


def _page(
    request: HttpRequest, membership: Membership, form: EntryForm, wrong: DiaryEntry | None = None
) -> HttpResponse:
    """The form of an entry."""
    used = _used(membership.cooperative.party_id)
    context = {
        "cooperative": membership.cooperative,
        "tab": "lots",
        "form": form,
        "has_plots": bool(form.fields["plot"].choices),  # type: ignore[attr-defined]  # a choice
        "wrong": rows.row(wrong) if wrong else None,
        "inputs": list(dict.fromkeys(name for name, _ingredient in used if name)),
        "ingredients": list(dict.fromkeys(one for _name, one in used if one)),
        "owner": sending.owner(membership),
        "new_plot_url": reverse("sell-plot-new") if membership.role in stalls.SELLERS else "",
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/diary/entry.html", context, status=status)


def _used(party_id: int) -> list[tuple[str, str]]:
    """What was used on the cooperative's plots lately, to be chosen again."""
    plots = Plot.objects.filter(party=party_id).values("pk")
    entries = DiaryEntry.objects.filter(plot__in=plots).exclude(input_name="").order_by("-pk")
    return list(entries.values_list("input_name", "active_ingredient")[:_OFFERED])
