"""What VNPAY, MoMo and ZaloPay would never send is answered and leaves nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from payments.models import Message
from tests.payments import telling
from tests.payments.telling import said

pytestmark = pytest.mark.django_db

FORGED = b'{"RspCode":"97","Message":"Invalid signature"}'
FAULT = b'{"RspCode":"99","Message":"Unknown error"}'


@pytest.mark.parametrize(
    "query",
    ["", "vnp_TxnRef", "vnp_TxnRef=%FF", "vnp_TxnRef=A&vnp_TxnRef=B", "&".join(["vnp_a=1"] * 90)],
)
def test_what_is_no_message_of_vnpay_is_answered_and_leaves_nothing(query, db):
    answer = Client().get(f"{telling.VNPAY}?{query}")

    assert said(answer) in ((200, FAULT), (200, FORGED))
    assert Message.objects.count() == 0


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'{"amount": 1e400}', b"{" * 50])
@pytest.mark.parametrize("door", [telling.MOMO, telling.ZALOPAY])
def test_what_is_no_message_of_a_wallet_is_answered_and_leaves_nothing(door, body, db):
    answer = Client().post(door, body, content_type="application/json")

    assert answer.status_code in (200, 400, 401)
    assert b'"return_code":1' not in answer.content
    assert Message.objects.count() == 0
