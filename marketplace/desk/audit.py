"""The audit trail for those who audit: look up, read from what to what, take a copy along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from catalog.deeds import rows
from marketplace.design import spreadsheets
from marketplace.desk.auditforms import AuditSearch
from marketplace.people.models import User
from marketplace.records import exporting, searching
from marketplace.records.models import AuditEntry

PER_PAGE = 50
UNPROCESSABLE = 422
FORMATS = {"csv": spreadsheets.csv_file, "xlsx": spreadsheets.xlsx_file}

auditors_only = permission_required("records.view_auditentry", raise_exception=True)


@auditors_only
@never_cache
@require_GET
def entries(request: HttpRequest) -> HttpResponse:
    """Show what was looked for, newest first, a page at a time."""
    form = AuditSearch(request.GET)
    return _page(request, form)


@auditors_only
@never_cache
@require_POST
def export(request: HttpRequest) -> HttpResponseBase:
    """The rows of the search as a file; that somebody took it is written down first."""
    form = AuditSearch(request.GET)
    make = FORMATS.get(request.POST.get("format", ""))
    if not form.is_valid() or make is None:
        return _page(request, form, status=UNPROCESSABLE)
    assert isinstance(request.user, User)
    asked = {name: str(value) for name, value in request.GET.items() if value and name != "after"}
    try:
        wanted = exporting.begin(form.wanted(), asked, file=request.POST["format"], by=request.user)
    except exporting.TooMany as refusal:
        words = _("A workbook holds at most %(n)d rows. Take CSV, or narrow the search.")
        refused = words % {"n": refusal.most}
        return _page(request, form, refused=refused, status=UNPROCESSABLE)
    return make("audit", _rows(searching.all_of(wanted)))


def _rows(entries: Iterable[AuditEntry]) -> Iterator[Sequence[str]]:
    """Heads and cells; names are looked up for some hundred rows at once."""
    yield rows.heads()
    coming = iter(entries)
    while some := list(islice(coming, 500)):
        known = rows.names(some)
        yield from (rows.cells(entry, known) for entry in some)


def _page(
    request: HttpRequest, form: AuditSearch, *, refused: str = "", status: int | None = None
) -> HttpResponse:
    """The search and what it found; a search that cannot be asked finds nothing."""
    found: list[AuditEntry] = []
    if form.is_valid():
        found = list(searching.found(form.wanted())[: PER_PAGE + 1])
    elif status is None:
        status = UNPROCESSABLE
    shown = found[:PER_PAGE]
    known = rows.names(shown)
    context: dict[str, Any] = {
        "tab": "audit",
        "form": form,
        "refused": refused,
        "is_narrowed": any(value for name, value in request.GET.items() if name != "after"),
        "subject": request.GET.get("subject", ""),
        "entries": [rows.row(entry, known) for entry in shown],
        "newest_url": _address(request.GET, None) if request.GET.get("after") else "",
        "older_url": _address(request.GET, shown[-1]) if len(found) > PER_PAGE else "",
        "query": _address(request.GET, None),
    }
    return render(request, "desk/audit.html", context, status=status)


def _address(query: QueryDict, last: AuditEntry | None) -> str:
    """The same search, going on after ``last`` or from the newest."""
    asked = query.copy()
    asked.pop("after", None)
    if last is not None:
        asked["after"] = f"{last.at.isoformat()}_{last.pk}"
    return f"?{asked.urlencode()}"
