"""The forty nastiest inputs, by number: where each is proved, and here what no other room proves.

====== ==========================================================================================
 1–3   tests/catalog/baskets/test_basket.py, tests/catalog/checkout/test_api.py
 4     here (an address is typed at every checkout; ids sent along mean nothing)
 5–8   tests/catalog/checkout: another buyer's form, skipped steps, two tabs, price and withdrawal
 9–10  tests/catalog/baskets/test_basket.py
 15–24 tests/payments/test_bad_messages.py, test_many_at_once.py, test_placing_transfers.py
 25    here
 27–29 test_isolation.py, test_foreign_objects.py, test_refusals.py of the workspace, people/
 30    tests/marketplace/desk/test_pages.py, test_isolation.py
 31–33 tests/catalog/listings/test_encoding.py; odd file names in test_words.py
 34    tests/attacks/test_tables.py
 35    tests/catalog/listings/test_wording.py, tests/marketplace/desk; every page in test_words.py
 37–38 tests/marketplace/people/test_signing_in.py, test_second_factor.py, test_joining.py
 39    tests/marketplace/test_borders.py, tests/catalog/shelf/test_api.py; every page here
 40    tests/catalog/traceability/test_pages.py; harvests that cannot be in test_words.py
====== ==========================================================================================
"""

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.models import LotBalance
from tests import factories
from tests.attacks import standing, visiting
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db

NASTY_QUERIES = (
    "page=-1",
    "page=1000000000000000000000000000000",
    "page=%D9%A3",
    "limit=-24373",
    "limit=1000000000",
    "sort=owner__password",
    "price_min=NaN",
    "price_max=1e400",
    "price__gte=NaN",
    "q=%00",
    "q=%25%25%25%25%25%25%25%25",
    "q=" + "%28a%2B%29%2B" * 30,
    "q=%F0%9F%92%A9%ED%A0%80",
    "category=../../etc/passwd",
    "commune=%27%20OR%201%3D1",
    "cooperative=99999999999999999999",
    "ocop_min=-1",
    "token=%00",
    "batch=1%20OR%201=1",
    "pack=99999999999999999999",
    "after=%F0%9F",
    "next=//evil.example",
)


@pytest.mark.parametrize("query", NASTY_QUERIES)
def test_no_question_breaks_a_page(client, query):
    pack = factories.pack()
    before = standing.all_rows()

    answers = {path: client.get(f"{path}?{query}") for path in visiting.public_pages(pack)}

    assert {path: a.status_code for path, a in answers.items() if a.status_code >= 500} == {}
    away = [a["Location"] for a in answers.values() if "evil" in a.get("Location", "")]
    assert away == []
    assert standing.changed(before, standing.all_rows()) == []


@pytest.mark.parametrize("key", ["0", "-1", str(10**30), "1e3", "٣", "%00", "x" * 1_500, "1'--"])
def test_no_number_of_an_object_breaks_a_page(key):
    client = hands.member(factories.cooperative())
    routes = (
        *("/sell/listings/{}/", "/sell/members/{}/", "/sell/drafts/{}/", "/sell/orders/{}/"),
        *("/sell/lots/balances/{}/", "/sell/changes/{}/withdraw/", "/sell/papers/{}/"),
        *("/p/x-{}", "/htx/{}", "/t/{}", "/o/{}", "/shop/{}/", "/basket/lines/{}/change/"),
        *("/api/v1/listings/{}", "/api/v1/orders/{}", "/api/v1/payments/{}", "/api/v1/trace/{}"),
        *("/01/{}", "/media/{}", "/t/{}/x"),
    )

    for route in routes:
        for answer in (client.get(route.format(key)), client.post(route.format(key), {"units": 1})):
            assert answer.status_code in (301, 302, 400, 403, 404, 405, 410, 422), route


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_pages_of_buyers_know_only_the_methods_of_browsers(client, method):
    for path in ("/", "/shop/", "/basket/", "/checkout/", "/search", "/o/", "/htx/x"):
        assert getattr(client, method)(path).status_code in (404, 405)


def test_ids_and_owners_sent_along_with_an_order_mean_nothing(client):
    victim = factories.user()
    pack = factories.pack()
    buying.fill(client, pack)
    extra = {
        "address_id": "1",
        "user": str(victim.pk),
        "owner": str(victim.pk),
        "total": "1",
        "status": "delivered",
        "price": "1",
        "discount": "100000",
        "number": "SL-1",
    }

    buying.place(client, **extra)

    order = Order.objects.get()
    assert (order.user_id, order.status) == (None, "awaiting_payment")
    assert order.lines.get().unit_price_incl_tax == 89_000
    assert order.total_incl_tax > 89_000
    assert hands.broken() == []


@pytest.mark.parametrize("field", ["name", "phone", "email", "street", "commune", "province"])
@pytest.mark.parametrize(
    "value", ["\x00", "x" * 5_000, "a@x.vn\nBcc: b@x.vn", "%s%n{{7*7}}", "\u202e\ufeff\U000e0001"]
)
def test_nonsense_about_the_receiver_is_refused_or_kept_as_text(client, field, value):
    pack = factories.pack()
    buying.fill(client, pack)

    answer = client.post("/checkout/", {**buying.address(**{field: value}), "step": "place"})

    assert answer.status_code in (302, 400, 422)
    assert not Order.objects.exists()
    assert LotBalance.objects.get().held == 0


@pytest.mark.parametrize(
    "claim",
    [
        "vnp_ResponseCode=00&vnp_TransactionStatus=00",
        "resultCode=0&message=Success",
        "status=paid&state=captured",
        "redirect_status=succeeded&payment_intent=pi_1",
    ],
)
def test_a_browser_that_says_paid_changes_nothing(client, claim):
    buying.fill(client, factories.pack())
    paying = buying.place(client)["Location"]
    before = standing.all_rows()

    answers = [
        client.get(f"{paying}&{claim}"),
        client.get(paying.replace("/pay?", "/pay/status?") + f"&{claim}"),
        client.get(paying.replace("/pay?", "?") + f"&{claim}"),
        client.post(f"{paying}&{claim}"),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 405]
    assert Order.objects.get().status == "awaiting_payment"
    assert standing.changed(before, standing.all_rows()) == []


@pytest.mark.parametrize(
    "target",
    [
        *("https://evil.example", "//evil.example", "/\\evil.example", "https:evil.example"),
        *("/\t/evil.example", "javascript:alert(1)", "http:///evil.example"),
    ],
)
def test_no_door_leads_out_of_the_market(client, target):
    posted = client.post("/i18n/setlang/", {"language": "en", "next": target})
    asked = [client.get(path, {"next": target}) for path in ("/oscar/accounts/login/", "/admin/")]

    for answer in (posted, *asked):
        place = answer.get("Location", "/")
        assert place.startswith("/")
        assert not place.startswith(("//", "/\\", "/\t"))


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("get", "/api/v1/listings/999999", None),
        ("get", "/api/v1/listings?page=-1", None),
        ("post", "/basket/add/", {"pack": "1", "quantity": "-5"}),
        ("get", "/o/SL-0?token=x", None),
        ("post", "/o/", {"number": "", "phone": ""}),
        ("delete", "/shop/", None),
    ],
)
def test_a_refusal_is_one_line_in_the_log_with_a_reason(client, caplog, method, path, body):
    answer = getattr(client, method)(path, body)

    assert 400 <= answer.status_code < 500
    (line,) = [record for record in caplog.records if record.name == "market.refusals"]
    assert line.status == answer.status_code
    assert line.reason


@pytest.mark.parametrize(("prefix", "words"), [("", "Không"), ("/en", "not")])
def test_a_refusal_speaks_the_language_of_the_address(prefix, words):
    page = Client().get(f"{prefix}/p/x-999999")

    assert page.status_code == 404
    text = page.content.decode()
    assert f'lang="{"en" if prefix else "vi"}"' in text
    assert words.lower() in text.lower()
