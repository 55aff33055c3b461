"""Whatever is sent to any call of the reference, the answer is one the reference names."""

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.catalog.checkout.test_api import basket, checkout, wish
from tests.marketplace.workspace import hands

EXAMPLES = 250
ODD = st.sampled_from(
    [0, -1, 1, 10**30, 1.5, 1e308, True, None, "", "\u202e", "%00", "'; --", "٣", [], {}, "x" * 999]
)
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
ANYTHING = ODD | TEXT | st.integers()
BODIES = st.recursive(
    ANYTHING, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
)


def _by(schema: dict[str, Any], parts: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that fit a schema more often than not."""
    if "$ref" in schema:
        return _by(parts[schema["$ref"].rpartition("/")[2]], parts)
    if "anyOf" in schema:
        return st.one_of(*(_by(one, parts) for one in schema["anyOf"]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kind = schema.get("type")
    if kind == "object" and "properties" in schema:
        return st.fixed_dictionaries(
            {}, optional={n: _by(s, parts) | ODD for n, s in schema["properties"].items()}
        )
    plain: dict[Any, st.SearchStrategy[Any]] = {
        "integer": st.integers(-5, 10**6) | st.integers(),
        "boolean": st.booleans(),
        "null": st.none(),
        "array": st.lists(ANYTHING, max_size=3),
        "object": st.dictionaries(TEXT, ANYTHING, max_size=3),
    }
    return plain.get(kind, TEXT)


def _requests(document: dict[str, Any], known: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """Any call of the reference with parameters and a body, right ones among them."""
    parts = document["components"]["schemas"]

    @st.composite
    def request(draw: st.DrawFn) -> tuple[str, str, dict[str, str], bytes, dict[str, Any]]:
        path = draw(st.sampled_from(sorted(document["paths"])))
        method = draw(st.sampled_from(sorted(document["paths"][path])))
        call = document["paths"][path][method]
        query, headers = {}, {}
        for one in call.get("parameters", []):
            right = st.sampled_from(known.get(one["name"], [""]))
            value = draw(right | right | _by(one["schema"], parts) | ANYTHING)
            if one["in"] == "path":
                path = path.replace(f"{{{one['name']}}}", quote(str(value), safe="") or "x")
            elif one["in"] == "query" and draw(st.booleans()):
                query[one["name"]] = str(value)
            elif one["in"] == "header":
                headers[one["name"]] = str(value).encode("ascii", "ignore").decode()
        body = b""
        if "requestBody" in call:
            (content,) = call["requestBody"]["content"].values()
            value = draw(_by(content["schema"], parts) | BODIES)
            body = json.dumps(value).encode()
        address = f"{path}?{urlencode(query)}" if query else path
        return method.upper(), address, headers, body, call

    return request()


@pytest.mark.django_db
def test_every_answer_is_one_the_reference_names() -> None:
    pack = factories.pack()
    made, sold = basket(pack), basket(pack)
    placed = checkout(sold, wish()).json()
    known = {
        "basket_id": [made["id"], sold["id"]],
        "Basket-Token": [made["token"], sold["token"]],
        "Order-Token": [placed["token"]],
        "Idempotency-Key": ["k-1", "k-2"],
        "number": [placed["number"]],
        "payment_id": [placed["payments"][0]["id"]],
        "listing_id": [str(pack.listing_id)],
        "code": [factories.balance(pack).lot.code],
    }
    document = Client().get("/api/v1/openapi.json").json()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(_requests(document, known))
    def walk(asked: tuple[str, str, dict[str, str], bytes, dict[str, Any]]) -> None:
        method, address, headers, body, call = asked
        client = Client(raise_request_exception=False)
        answer = client.generic(
            method, address, body, content_type="application/json", headers=headers
        )
        status = answer.status_code
        # 400 is what the door answers to any call that carries what no text may be.
        assert str(status) in call["responses"] or status in (400, 404), (method, address, body)
        if status >= 400:
            assert answer["Content-Type"] == "application/problem+json"
            assert answer.json()["status"] == status

    walk()

    assert hands.broken() == []
