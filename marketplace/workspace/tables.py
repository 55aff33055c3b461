"""Listings and stock as files: taken out, filled in at a desk, tried out, and taken over whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from catalog.cooperatives.models import Cooperative, Membership
from catalog.drafts.writing import TooManyDrafts
from catalog.listings import refusals
from catalog.stock import saying
from catalog.tables import listings, plans, reading, stock, writing
from catalog.tables.plans import Plan
from catalog.tables.refusals import AlreadyTaken, FileRefused, Stale
from catalog.tables.writing import Choices
from marketplace.records import clock, requests
from marketplace.workspace import stalls
from marketplace.workspace.tableforms import TableForm, TicketForm

UNPROCESSABLE, CONFLICT = 422, 409
SHOWN = 200  # steps and problems; more are counted
FORMATS = ("csv", "xlsx")
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Table:
    """One of the tables: what it holds, and by which verbs it is read and taken over."""

    kind: plans.Kind
    room: Any  # the module that plans and takes over
    heading: Promise
    lead: Promise
    name: str  # of the page
    back: str
    choices: Callable[[], Choices]
    refusals: tuple[type[Exception], ...]
    words: Callable[[Exception], str]


STOCK = Table(
    "stock",
    stock,
    gettext_lazy("Prices and stock as a table"),
    gettext_lazy(
        "Take the file, write what came in, what is lost and other prices, and send it back. "
        "Nothing is changed before you have seen what would change."
    ),
    "sell-stock-table",
    "sell-stock",
    dict,
    saying.REFUSALS,
    saying.words,
)
LISTINGS = Table(
    "listings",
    listings,
    gettext_lazy("Goods as a table"),
    gettext_lazy(
        "Take the file, mend words, packs and prices, and send it back. Changes go the way of "
        "every change: some hold at once, others when the department agrees. A row without a "
        "number begins a draft; photos are added on its page."
    ),
    "sell-listing-table",
    "sell-listings",
    listings.names,
    (refusals.Refused, TooManyDrafts),
    listings.words,
)


def _page(
    request: HttpRequest,
    membership: Membership,
    table: Table,
    form: TableForm,
    *,
    plan: Plan | None = None,
    status: int | None = None,
    **more: Any,
) -> HttpResponse:
    """The files to take, the form to send one, and what the last one would change."""
    context = {
        "cooperative": membership.cooperative,
        "tab": "listings",
        "table": table,
        "form": form,
        "plan": plan,
        "steps": plan.steps[:SHOWN] if plan else [],
        "problems": plan.problems[:SHOWN] if plan else [],
        **more,
    }
    return render(request, "workspace/table.html", context, status=status)


def _show(request: HttpRequest, membership: Membership, table: Table) -> HttpResponse:
    """The page, the table as a file (``?format=``), and a file tried out."""
    if request.method != "POST":
        if (kind := request.GET.get("format")) in FORMATS:
            return _file(membership.cooperative, table, kind)
        return _page(request, membership, table, TableForm())
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, membership, table, form, status=UNPROCESSABLE)
    try:
        plan, ticket = _tried(membership, table, form.cleaned_data["file"])
    except FileRefused as refusal:
        requests.refuse(request, "table refused")
        form.add_error("file", str(refusal))
        return _page(request, membership, table, form, status=UNPROCESSABLE)
    if plan.problems:
        requests.refuse(request, "table refused")
        return _page(request, membership, table, form, plan=plan, status=UNPROCESSABLE)
    return _page(request, membership, table, form, plan=plan, ticket=ticket)


def _tried(membership: Membership, table: Table, upload: UploadedFile[bytes]) -> tuple[Plan, str]:
    """What a file would change, and the ticket to take it over with if it would."""
    assert upload.file is not None
    sheet = reading.read(upload.file)
    plan = table.room.plan(membership.cooperative, sheet, by=membership.user)
    if plan.problems or not plan.content:
        return plan, ""
    key = membership.cooperative_id
    return plan, plans.ticket(table.kind, plan, cooperative_id=key, by=membership.user)


def _take(request: HttpRequest, membership: Membership, table: Table) -> HttpResponse:
    """Take over what was tried out, whole or not at all, once."""
    form = TicketForm(request.POST)
    signed = form.cleaned_data["ticket"] if form.is_valid() else ""
    key, by = membership.cooperative_id, membership.user
    try:
        facts = plans.opened(signed, cooperative_id=key, by=by)
        if facts["kind"] != table.kind:
            raise Stale(_("The trial run is too old. Send the file again."))
        with transaction.atomic():
            plans.begin(facts, by=by)
            waiting = table.room.take_over(key, facts["content"], by=by)
    except AlreadyTaken:
        messages.info(request, _("This table was taken over already. Nothing was done twice."))
        return redirect(table.back)
    except Stale as stale:
        return _refused(request, membership, table, str(stale))
    except table.refusals as refusal:
        words = _("Something has changed since the trial run. Nothing was taken over.")
        return _refused(request, membership, table, f"{words} {table.words(refusal)}")
    _tell(request, len(facts["content"]), waiting)
    return redirect(table.back)


def _refused(
    request: HttpRequest, membership: Membership, table: Table, words: str
) -> HttpResponse:
    """Nothing was taken over, and why."""
    requests.refuse(request, "table is stale")
    return _page(request, membership, table, TableForm(), status=CONFLICT, refused=words)


def _tell(request: HttpRequest, count: int, waiting: int) -> None:
    """Say what was done, and what the department still has to look at."""
    words = ngettext("%(n)d change was taken over.", "%(n)d changes were taken over.", count)
    messages.success(request, words % {"n": count})
    if waiting:
        words = ngettext(
            "%(n)d listing went to the department; what is new there holds once it agrees.",
            "%(n)d listings went to the department; what is new there holds once it agrees.",
            waiting,
        )
        messages.info(request, words % {"n": waiting})


def _file(cooperative: Cooperative, table: Table, kind: str) -> HttpResponse:
    """The table as it stands, to be kept and filled in."""
    room = table.room
    rows = room.rows(cooperative)
    if kind == "csv":
        body, media = writing.as_csv(room.COLUMNS, rows), CSV
    else:
        title = str(table.heading)
        body, media = writing.as_workbook(title, room.COLUMNS, rows, table.choices()), XLSX
    answer = HttpResponse(body, content_type=media)
    name = f"{table.kind}-{clock.local_day():%Y-%m-%d}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store, private"
    return answer


@stalls.members(*stalls.SELLERS)
def stock_table(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Prices and stock: take a file, or send one to be tried out."""
    return _show(request, membership, STOCK)


@stalls.members(*stalls.SELLERS)
@require_POST
def stock_take(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Take over prices and stock."""
    return _take(request, membership, STOCK)


@stalls.members(*stalls.SELLERS)
def listing_table(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Goods: take a file, or send one to be tried out."""
    return _show(request, membership, LISTINGS)


@stalls.members(*stalls.SELLERS)
@require_POST
def listing_take(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Take over changes of goods."""
    return _take(request, membership, LISTINGS)
