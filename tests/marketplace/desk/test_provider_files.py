"""What a provider says it paid out is compared payment by payment, and its money followed."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from marketplace.desk.money import taking
from marketplace.people import roles
from payments import ledger
from payments.models import Attempt, BankFile, Incident, SettledLine
from tests.payments import sending, telling
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.rules import people

pytestmark = pytest.mark.django_db
HEAD = "Báo cáo đối soát\nMã đơn hàng,Số tiền,Phí\n"


@pytest.fixture
def boss() -> Client:
    """The browser of somebody who handles money."""
    return people.world().client(roles.ADMINISTRATOR)


def paid(number: int = 1) -> Attempt:
    """A payment that came by VNPAY."""
    reference = f"SL-{number:04d}"
    make_invoice(reference)
    attempt = ask(reference, reference, "vnpay")
    telling.post("vnpay", telling.message("vnpay", attempt))
    attempt.refresh_from_db()
    assert attempt.received == TOTAL
    return attempt


def bring(boss: Client, *rows: str) -> BankFile:
    """Take a file of VNPAY's in."""
    upload = SimpleUploadedFile("vnpay.csv", (HEAD + "".join(rows)).encode())
    answer = boss.post("/desk/money/bank-files/", {"file": upload, "source": "vnpay"})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    file = BankFile.objects.latest("pk")
    assert boss.get(answer["Location"]).status_code == 200
    assert boss.post(f"{answer['Location']}take/").status_code == 302
    taking.take(file.pk)
    file.refresh_from_db()
    return file


def test_what_was_booked_is_followed_to_our_account(boss, settings):
    attempt = paid()
    file = bring(boss, f'{attempt.memo},"753,000","8,283"\n')

    assert file.counts == {"settled": 1}
    assert ledger.balance("gateway:vnpay") == 0
    assert (ledger.balance("fee:vnpay"), ledger.balance("coming:vnpay")) == (8_283, 744_717)
    sending.post(sending.transfer("VNPAY TT", 744_717))
    incident = Incident.objects.get(kind="unmatched")
    address = f"/desk/money/incidents/{incident.pk}/apart/"
    assert boss.post(address, {"what": "vnpay", "note": "Payout of today"}).status_code == 302
    assert ledger.balance("coming:vnpay") == 0
    assert ledger.balance(f"bank:{settings.VIETQR_ACCOUNT}") == 744_717
    assert broken() == []


def test_a_file_that_is_short_extra_or_doubled_is_looked_at(boss):
    """Fault 23."""
    short, twice = paid(), paid(2)
    rows = [f"{short.memo},700000,0\n", f"{twice.memo},753000,0\n", f"{twice.memo},753000,0\n"]
    file = bring(boss, *rows, "SL0000000X,5000,0\n")

    assert file.counts == {"other_sum": 1, "settled": 1, "twice": 1, "unknown": 1}
    reasons = Incident.objects.filter(kind="difference").values_list("reason", flat=True)
    assert sorted(reasons) == ["settled_other_sum", "settled_twice", "settled_unknown"]
    for incident in Incident.objects.all():
        assert boss.get(f"/desk/money/incidents/{incident.pk}/").status_code == 200
    assert broken() == []


def test_a_payment_is_handed_over_by_one_file(boss):
    attempt = paid()
    bring(boss, f"{attempt.memo},753000,0\n")
    later = bring(boss, f"{attempt.memo},753000,0\n", "SL00000000,1000,0\n")

    assert later.counts == {"twice": 1, "unknown": 1}
    assert SettledLine.objects.filter(problem="").count() == 1


def test_refunds_are_taken_off_and_a_second_taking_changes_nothing(boss):
    attempt = paid()
    file = bring(boss, f"{attempt.memo},753000,1000\n", f"{attempt.memo},-53000,0\n")
    assert file.counts == {"settled": 2}
    BankFile.objects.filter(pk=file.pk).update(state="taking", taken_at=None)
    taking.take(file.pk)

    assert SettledLine.objects.count() == 2
    assert ledger.balance("coming:vnpay") == 699_000
    assert broken() == []


def test_the_page_of_providers_shows_what_is_on_its_way(boss):
    bring(boss, f"{paid().memo},753000,8283\n")

    page = boss.get("/desk/money/channels/").content.decode()
    assert "744.717" in page


def test_a_sum_that_cannot_be_read_stops_the_file(boss):
    upload = SimpleUploadedFile("v.csv", f"{HEAD}{paid().memo},7x,0\n".encode())
    address = boss.post("/desk/money/bank-files/", {"file": upload, "source": "vnpay"})["Location"]

    assert "7x" in boss.get(address).content.decode()
    boss.post(f"{address}take/")
    assert BankFile.objects.get().state == "read"


def test_columns_of_a_provider_s_file_are_told_and_kept(boss):
    attempt = paid()
    odd = f"A,Mã đơn hàng,B,Phí\n,{attempt.memo},753000,0\n".encode()
    upload = SimpleUploadedFile("v.csv", odd)
    address = boss.post("/desk/money/bank-files/", {"file": upload, "source": "vnpay"})["Location"]
    assert boss.post(address, {"reference": "Mã đơn hàng"}).status_code == 422
    assert boss.post(address, {"reference": "Mã đơn hàng", "amount": "B"}).status_code == 302
    boss.post(f"{address}take/")
    taking.take(BankFile.objects.get().pk)

    assert BankFile.objects.get().counts == {"settled": 1}
    assert boss.post(address, {"reference": "Mã đơn hàng", "amount": "B"}).status_code == 200
