"""``/api/v1/openapi.json`` names every call, what it takes, answers and refuses with."""

import re

from django.test import Client
from django.urls import URLPattern, get_resolver

from marketplace.api.assembly import api
from marketplace.api.openapi import REFUSALS

PREFIX = "/api/v1"
# Answers that are no JSON of ours.
FILES = {"lot_eudr", "unit_eudr", "lot_fsma", "unit_fsma", "lot_record", "lot_epcis"}
OWN = {f"{PREFIX}/", f"{PREFIX}/openapi.json"}  # the reference itself


def reference(client):
    """The document."""
    return client.get(f"{PREFIX}/openapi.json").json()


def calls(document):
    """Every call with its operation."""
    return {
        (method.upper(), path): call
        for path, methods in document["paths"].items()
        for method, call in methods.items()
    }


def routes():
    """Every pattern below ``/api/v1/``, spelled as the reference spells it."""
    (inner,) = [r for r in get_resolver().url_patterns if str(r.pattern) == "api/v1/"]
    found = [p for p in inner.url_patterns if isinstance(p, URLPattern)]
    return {f"{PREFIX}/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(p.pattern)) for p in found}


def test_every_address_of_the_interface_is_in_the_reference(client):
    assert set(reference(client)["paths"]) == routes() - OWN


def test_every_promised_call_is_there(client):
    bare = {(method, re.sub(r"{\w+}", "{}", path)) for method, path in calls(reference(client))}

    assert bare == {
        ("GET", "/api/v1/listings"),
        ("GET", "/api/v1/listings/{}"),
        ("POST", "/api/v1/baskets"),
        ("GET", "/api/v1/baskets/{}"),
        ("POST", "/api/v1/baskets/{}/lines"),
        ("PATCH", "/api/v1/baskets/{}/lines/{}"),
        ("DELETE", "/api/v1/baskets/{}/lines/{}"),
        ("PUT", "/api/v1/baskets/{}/voucher"),
        ("DELETE", "/api/v1/baskets/{}/voucher"),
        ("POST", "/api/v1/baskets/{}/checkout"),
        ("GET", "/api/v1/orders/{}"),
        ("POST", "/api/v1/orders/{}/payments"),
        ("POST", "/api/v1/orders/{}/cancel"),
        ("POST", "/api/v1/orders/{}/phone-code"),
        ("POST", "/api/v1/orders/{}/phone-code/send"),
        ("GET", "/api/v1/payments/{}"),
        ("GET", "/api/v1/trace/{}"),
        ("GET", "/api/v1/lots/{}/eudr"),
        ("GET", "/api/v1/units/{}/eudr"),
        ("GET", "/api/v1/lots/{}/fsma"),
        ("GET", "/api/v1/units/{}/fsma"),
        ("GET", "/api/v1/lots/{}/record"),
        ("GET", "/api/v1/lots/{}/epcis"),
        ("GET", "/api/v1/statistics/sales"),
        ("GET", "/api/v1/lots/{}/labels"),
        ("GET", "/api/v1/plots"),
        ("POST", "/api/v1/plots/{}/diary"),
    }


def test_each_call_has_a_schema_for_its_answer_and_for_its_refusals(client):
    document = reference(client)

    for key, call in calls(document).items():
        refused = {int(status) for status in call["responses"] if status >= "400"}
        assert refused == {*REFUSALS[call["operationId"]], 405}, key
        for status, answer in call["responses"].items():
            if status == "304":
                continue
            if status == "200" and call["operationId"] in FILES:
                file = {"type": "string", "format": "binary"}
                assert all(told["schema"] == file for told in answer["content"].values()), key
                continue
            (kind,) = answer["content"]
            schema = answer["content"][kind]["schema"]["$ref"].rpartition("/")[2]
            assert schema in document["components"]["schemas"], key
            assert (kind == "application/problem+json") == (status >= "400"), key
        if key[0] in ("POST", "PATCH", "PUT") and "requestBody" in call:
            assert call["requestBody"]["required"], key


def test_the_statuses_of_success_are_the_promised_ones(client):
    made = {
        call["operationId"]
        for call in calls(reference(client)).values()
        if "201" in call["responses"]
    }

    assert made == {"basket_open", "basket_add", "checkout", "order_pay", "plot_diary"}


def test_headers_that_open_things_are_named(client):
    named = {
        call["operationId"]: {p["name"] for p in call.get("parameters", []) if p["in"] == "header"}
        for call in calls(reference(client)).values()
    }

    assert {name: asked for name, asked in named.items() if asked} == {
        "basket": {"Basket-Token"},
        "basket_add": {"Basket-Token"},
        "basket_change": {"Basket-Token"},
        "basket_remove": {"Basket-Token"},
        "basket_voucher": {"Basket-Token"},
        "basket_voucher_remove": {"Basket-Token"},
        "checkout": {"Basket-Token", "Idempotency-Key"},
        "order": {"Order-Token"},
        "order_pay": {"Order-Token"},
        "order_cancel": {"Order-Token"},
        "order_phone_code": {"Order-Token"},
        "order_phone_code_send": {"Order-Token"},
        "payment": {"Order-Token"},
    }


def test_every_call_has_one_name():
    document = api.get_openapi_schema()

    names = [call["operationId"] for call in calls(document).values()]
    assert len(names) == len(set(names)) == len(REFUSALS)


def test_the_reference_needs_no_account():
    assert Client().get(f"{PREFIX}/openapi.json").status_code == 200
