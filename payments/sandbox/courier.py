"""A practice courier: takes cash at doors, pays it to the market by the bank, writes its file."""

from __future__ import annotations

import csv
import io
import threading
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from payments.sandbox import bank, pages
from payments.sandbox.forms import DoorForm

FEE = 5_000  # đồng a parcel
KEPT = 200
#: What is wrong with a parcel's row, in đồng more or less.
WRONG = {"short": -1_000, "extra": 1_000}

_parcels: list[Parcel] = []
_lock = threading.Lock()


@dataclass
class Parcel:
    """One parcel at its door; ``amount`` in đồng."""

    number: int
    reference: str
    amount: int
    how: str
    is_paid: bool = False

    @property
    def told(self) -> int:
        """What its row in the file says."""
        return max(1, self.amount + WRONG.get(self.how, 0))

    @property
    def words(self) -> str:
        """What happened, as the page says it."""
        return str(dict(DoorForm.HOW)[self.how])

    @property
    def is_in_the_file(self) -> bool:
        """Whether the file has a row for it at all."""
        return self.how not in ("refused", "forgotten")


def forget() -> None:
    """Have no parcel any more."""
    with _lock:
        _parcels.clear()


@require_http_methods(["GET", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Take a parcel's cash at the door, and see what was taken."""
    at_door = {name: request.GET.get(name, "")[:60] for name in ("reference", "amount")}
    form = DoorForm(request.POST if request.method == "POST" else None, initial=at_door)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        with _lock:
            _parcels.append(Parcel(len(_parcels) + 1, **told))
            del _parcels[:-KEPT]
        return HttpResponseRedirect(f"/courier{pages.language_of(request)}")
    status = 400 if form.errors else 200
    with _lock:
        shown = list(reversed(_parcels))
    waits = any(not one.is_paid and one.is_in_the_file for one in shown)
    return pages.page(request, "courier.html", form=form, parcels=shown, waits=waits, status=status)


@require_POST
def remit(request: HttpRequest) -> HttpResponse:
    """Pay what was taken and not paid yet, less the fee, to the market's account."""
    with _lock:
        due = [one for one in _parcels if not one.is_paid and one.is_in_the_file]
        for one in due:
            one.is_paid = True
    total = sum(one.told - FEE for one in due)
    if total > 0:
        words = f"THU HO {len(due)} DON"
        bank.send(bank.Order(settings.VIETQR_ACCOUNT, "SANDBOX", total, words))
    return HttpResponseRedirect(f"/courier{pages.language_of(request)}")


@require_GET
def file(request: HttpRequest) -> HttpResponse:
    """The remittance file: a row for each parcel it paid for, with its fee."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["CHUYỂN PHÁT TẬP SỰ", "Bảng kê thu hộ"])
    rows.writerow(["Mã vận đơn", "Tiền thu hộ", "Phí thu hộ"])
    with _lock:
        paid = [one for one in _parcels if one.is_paid]
    for one in paid:
        row = [one.reference, f"{one.told:,}", f"{FEE:,}"]
        rows.writerows([row, row] if one.how == "twice" else [row])
    answer = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="thu-ho.csv"'
    return answer
