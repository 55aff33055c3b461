"""The bank's app: read a code, change what you like, send, see what the market answered."""

from __future__ import annotations

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_POST

from payments.sandbox import bank, codes, courier, dice, faults, orders, pages
from payments.sandbox.forms import TransferForm

STYLE = Path(__file__).with_name("sandbox.css")


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Ask for a code, or show the transfer that a code asks for."""
    payload = request.GET.get("payload", "").strip()
    if not payload:
        return pages.page(request, "scan.html", latest=bank.latest(), orders=orders.latest())
    try:
        scanned = codes.scan(payload)
    except codes.Unreadable as error:
        return pages.page(request, "scan.html", payload=payload, error=str(error), status=400)
    form = TransferForm(
        initial={"payload": payload, "amount": scanned.amount, "memo": scanned.memo}
    )
    return pages.page(request, "transfer.html", form=form, scanned=scanned)


@require_POST
def transfer(request: HttpRequest) -> HttpResponse:
    """Make the transfer and lead to what became of it."""
    form = TransferForm(request.POST)
    try:
        scanned = codes.scan(request.POST.get("payload", ""))
    except codes.Unreadable as error:
        return pages.page(request, "scan.html", error=str(error), status=400)
    if not form.is_valid():
        return pages.page(request, "transfer.html", form=form, scanned=scanned, status=400)
    typed = form.cleaned_data
    made = bank.send(
        bank.Order(
            account=scanned.account,
            gateway=scanned.bank,
            amount=typed["amount"],
            memo=typed["memo"],
            how=typed["how"],
            delay=typed["delay"],
            tellers=tuple(typed["tellers"].split("+")),
        )
    )
    return HttpResponseRedirect(f"/sent/{made.number}{pages.language_of(request)}")


@require_GET
def sent(request: HttpRequest, number: int) -> HttpResponse:
    """One transfer, and each answer of the market."""
    made = bank.transfer(number)
    if made is None:
        raise Http404
    return pages.page(request, "sent.html", transfer=made)


@require_GET
def statement(request: HttpRequest) -> HttpResponse:
    """The account's statement, as a file."""
    answer = HttpResponse("\ufeff" + bank.statement(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="sao-ke.csv"'
    return answer


@require_POST
def begin_anew(request: HttpRequest) -> HttpResponse:
    """Forget every payment, transfer and parcel, and what was to go wrong."""
    for room in (orders, bank, courier, faults):
        room.forget()
    dice.throw(0, 0)
    return HttpResponseRedirect(f"/{pages.language_of(request)}")


@require_GET
def style(request: HttpRequest) -> HttpResponse:
    """The one stylesheet."""
    return HttpResponse(STYLE.read_bytes(), content_type="text/css; charset=utf-8")


@require_GET
def alive(request: HttpRequest) -> HttpResponse:
    """Say that the process lives."""
    return HttpResponse(b'{"status": "ok"}', content_type="application/json")


@require_GET
def icon(request: HttpRequest) -> HttpResponse:
    """No icon: browsers ask for one anyway."""
    return HttpResponse(status=204)
