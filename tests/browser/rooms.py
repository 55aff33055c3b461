"""Every room behind the door, with something in it: the addresses a browser looks at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from catalog.cooperatives import applying, profile
from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing
from catalog.reports import reporting
from catalog.takedowns import ordering
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.log import keys
from catalog.traceability.models import Lot
from catalog.traceability.scans import alerting
from catalog.traceability.scans import reporting as problems
from cms.live import reporting as complaining
from marketplace.desk.money import taking
from marketplace.records import clock
from marketplace.statistics import views
from marketplace.workspace import guidetexts, steps
from payments import refunding
from payments.channels.base import Account
from payments.models import Incident, Invoice, Payout, PayoutOrder
from payments.settlement import payouts
from tests import factories
from tests.payments import sending
from tests.payments.conftest import ask, make_invoice
from tests.rules import urls
from tests.rules.objects import OBJECTS

# Rooms of people who are no members, files, and pages that the tests of Wagtail's workflow show.
ELSEWHERE = {
    *("sell-invitation", "sell-listing-table-take", "sell-stock-table-take"),
    *("desk-page", "desk-page-preview", "desk-paper", "desk-figures-file", "desk-kpi-file"),
    *("desk-figures-by-file", "sell-diary-photo", "sell-worker"),
}
# What has one page of each of these.
EACH: dict[str, list[dict[str, Any]]] = {
    "sell-guide": [{"name": guide.name} for guide in guidetexts.GUIDES],
    "desk-figures-by": [{"by": cut} for cut in views.CUTS],
    "desk-recall-new": [{"scope": scope} for scope in ("lots", "input", "facility")],
    "sell-lot-labels-printer": [{"layout": layout} for layout in LAYOUTS],
    "sell-lot-labels-test": [{"layout": layout} for layout in LAYOUTS],
}


def _listing(of: Cooperative) -> dict[str, Any]:
    """A crop on the shelf."""
    return {"listing_id": Listing.objects.filter(cooperative=of).earliest("pk").pk}


def _lot(of: Cooperative) -> Lot:
    """A lot with a code that somebody may scan."""
    return factories.balance(factories.pack(of)).lot


def _alert(of: Cooperative) -> dict[str, Any]:
    """A lot whose code was scanned in two far places on two days."""
    now, lot = clock.now(), _lot(of)
    weight = alerting.Weight(70, 14, 12, ["01", "79"], now - dt.timedelta(days=2), now)
    about = alerting.About(lot_id=lot.pk)
    return {"alert_id": alerting.raise_alert(about, "impossible_travel", weight).pk}


def _problem(of: Cooperative) -> dict[str, Any]:
    """What somebody with a box of such a lot in hand wrote."""
    facts = {"kind": "label", "words": "Tem in mờ.", "contact": "+84912345678"}
    return {"problem_id": problems.report(_lot(of), language="vi", **facts).pk}


def _report(of: Cooperative) -> dict[str, Any]:
    """A stranger's report about such a crop."""
    made = reporting.report(
        factories.listing(of).pk,
        reason="counterfeit",
        words="Tem in mờ, quét không ra lô.",
        contact="0912345678",
        language="vi",
        by=None,
    )
    return {"report_id": made.pk}


def _order(of: Cooperative) -> dict[str, Any]:
    """A crop that left the market by an order."""
    paper = ordering.Document(
        "Chi cục Quản lý thị trường",
        "112/QĐ-QLTT",
        "Nhãn ghi sai nơi trồng.",
        clock.now() - dt.timedelta(hours=2),
    )
    return {
        "number": ordering.take_down(factories.listing(of).pk, paper, by=factories.user()).number
    }


def _complaint(of: Cooperative) -> dict[str, Any]:
    """A viewer's complaint about a live sale."""
    session = OBJECTS["sell-live"](of)["session_id"]
    return {"report_id": complaining.report(session, kind="false", words="Không đúng hàng.").pk}


def _paper(of: Cooperative) -> dict[str, Any]:
    """A licence that staff look at."""
    upload = SimpleUploadedFile("giay.pdf", b"%PDF-1.7 giay to")
    piece = applying.Evidence("registration", upload)
    return {"paper_id": applying.hand_in(of.pk, piece, by=factories.user()).pk}


def _paid_too_much(of: Cooperative) -> Incident:
    """Money that goes back, and a refund that waits for another person's word."""
    invoice = Invoice.objects.filter(reference="SL-4H8T-2W6C").first()
    if invoice is None:
        attempt = ask(make_invoice().reference)
        sending.post(sending.transfer(attempt.memo, attempt.amount + 2_500_000))
        due = Incident.objects.get(kind="refund_due")
        buyer = Account("970436", "0123456789", "NGUYEN MINH THU")
        refunding.request(due.pk, buyer, by=factories.user())
    return Incident.objects.get(kind="refund_due")


def _lost_transfer() -> Incident:
    """A transfer nobody could place, and a payment it may be for."""
    attempt = ask(make_invoice("SL-5555-0001").reference, "second")
    sending.post(sending.transfer("tien nhan", attempt.amount))
    return Incident.objects.get(kind="unmatched")


def _payouts(of: Cooperative) -> dict[str, Any]:
    """What a statement pays, in an order for the bank."""
    account = applying.Account("970436", "0952000001111", "HTX")
    profile.change_account(of.pk, account, by=factories.user())
    if not Payout.objects.filter(payee__key=f"cooperative-{of.pk}").exists():
        OBJECTS["sell-statement"](of)
    made = PayoutOrder.objects.first() or payouts.order(by=factories.user())
    return {"order_id": made.pk}


def _bank_file(of: Cooperative) -> dict[str, Any]:
    """A bank's statement somebody brought, and nobody has taken yet."""
    words = "Ngày giao dịch,Ghi nợ,Ghi có,Nội dung\n01/11/2026,,150000,tien chanh leo\n"
    made = taking.bring("0952000000014", "sao-ke.csv", words.encode(), by=factories.user())
    return {"file_id": made.pk}


def _signing_key(of: Cooperative) -> dict[str, Any]:
    """The key a cooperative signs with."""
    return {"key_id": keys.active(of.party).key_id}


DESK: dict[str, Callable[[Cooperative], dict[str, Any]]] = {
    "desk-listing": _listing,
    "desk-change": OBJECTS["sell-change-withdraw"],
    "desk-cooperative": lambda of: {"cooperative_id": of.pk},
    "desk-talk": OBJECTS["sell-message"],
    "desk-live": OBJECTS["sell-live"],
    "desk-live-report": _complaint,
    "desk-papers-look": _paper,
    "desk-report": _report,
    "desk-recall": OBJECTS["sell-recall"],
    "desk-recall-missing": OBJECTS["sell-recall"],
    "desk-recall-lines": OBJECTS["sell-recall"],
    "desk-scan": _alert,
    "desk-log-key": _signing_key,
    "desk-problem": _problem,
    "desk-takedown-new": lambda of: {"what": "listing", "key": _listing(of)["listing_id"]},
    "desk-takedown": _order,
    "desk-money-incident": lambda of: {"incident_id": _paid_too_much(of).pk},
    "desk-money-statement": OBJECTS["sell-statement"],
    "desk-money-payout-order": _payouts,
    "desk-money-bank-file": _bank_file,
    "desk-money-return": OBJECTS["sell-invoice"],
    "desk-money-invoice": lambda of: {"reference": _paid_too_much(of).invoice.reference},
}


def stall(of: Cooperative, eyes: Client) -> Iterator[tuple[str, str]]:
    """Name and address of every page of the cooperative's desk."""
    yield from _pages("sell-", OBJECTS, of, eyes)
    draft = OBJECTS["sell-draft"](of)
    for step in steps.NAMES:
        yield f"draft-{step}", reverse("sell-draft-step", kwargs={**draft, "name": step})


def desk(of: Cooperative, eyes: Client) -> Iterator[tuple[str, str]]:
    """Name and address of every page of the province's desk."""
    lost = _lost_transfer()
    yield "desk-money-place", reverse("desk-money-incident", args=[lost.pk])
    yield from _pages("desk-", DESK, of, eyes)


def _pages(
    start: str, makers: dict[str, Any], of: Cooperative, eyes: Client
) -> Iterator[tuple[str, str]]:
    """The addresses of this room that answer with a page; files and mere presses are left out."""
    for url in urls.every():
        if not url.name.startswith(start) or url.name in ELSEWHERE:
            continue
        wanted = [makers[url.name](of)] if url.name in makers else EACH.get(url.name, [{}])
        if url.takes_objects and wanted == [{}]:
            # A mere press, or other people's room; whatever else takes an object needs one here.
            nothing = eyes.get(url.path).status_code
            assert nothing in {403, 405}, f"rooms.py makes nothing for {url.name}"
            continue
        for arguments in wanted:
            path = reverse(url.name, kwargs=arguments)
            answer = eyes.get(path)
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                yield url.name, path
