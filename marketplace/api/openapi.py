"""The reference of the REST interface, with what each call answers when it refuses."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from marketplace.api.errors import PROBLEM_JSON

# What each call may answer beside success. A call that is missing here fails a test.
REFUSALS: dict[str, tuple[int, ...]] = {
    "listings": (400, 422),
    "listing": (404, 422),
    "basket_open": (),
    "basket": (404, 422),
    "basket_add": (400, 404, 409, 422),
    "basket_change": (400, 404, 409, 422),
    "basket_remove": (404, 409, 422),
    "basket_voucher": (400, 404, 422),
    "basket_voucher_remove": (404, 422),
    "checkout": (400, 404, 409, 422),
    "order": (404,),
    "order_pay": (400, 404, 409, 422),
    "order_cancel": (404, 409),
    "order_phone_code": (404, 409, 422),
    "order_phone_code_send": (404, 409),
    "payment": (404,),
    "trace": (404, 422, 429),
    "lot_eudr": (401, 404, 422),
    "unit_eudr": (401, 404, 422),
    "lot_fsma": (401, 404, 422),
    "unit_fsma": (401, 404, 422),
    "lot_record": (401, 404, 422),
    "lot_epcis": (401, 404, 422),
    "statistics_sales": (401, 422),
    "lot_labels": (401, 404, 409, 422),
    "plots": (401,),
    "plot_diary": (400, 401, 404, 409, 422),
}
_WORDS = {
    400: "The request cannot be read.",
    401: "A bearer token is needed: scope `statistics` for figures, `seller` for lots and plots.",
    404: "There is nothing of that name here for who asks.",
    409: "What was asked for has changed meanwhile; `basket` is the basket as it stands now.",
    422: "Some fields cannot be accepted: see `errors`.",
    429: "Too many unknown codes from one network.",
}
_PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "RFC 9457 problem details, in the language of `Accept-Language` (vi or en).",
    "type": "object",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
        "basket": {"$ref": "#/components/schemas/BasketOut"},
        "total": {"type": "integer", "description": "đồng, where another total was expected"},
    },
}
_FILE = {"title": "File", "description": "Bytes.", "type": "string", "format": "binary"}
_ETAG = {"description": "Send it back as `If-None-Match`.", "schema": {"type": "string"}}


class MarketAPI(NinjaAPI):
    """Ninja's interface, whose reference names the refusals too."""

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        """The schema with a problem for every status a call may refuse with."""
        schema = super().get_openapi_schema(**asked)
        schema["components"]["schemas"] |= {"Problem": _PROBLEM, "File": _FILE}
        for calls in schema["paths"].values():
            for call in calls.values():
                _complete(call)
        return schema


def _complete(call: dict[str, Any]) -> None:
    """Write the refusals of one call down, and how to ask whether something has changed."""
    answers = call["responses"]
    for status in (*REFUSALS.get(call["operationId"], ()), 405):
        answers[status] = {
            "description": _WORDS.get(status, "The address does not know that method."),
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    if call["operationId"] == "payment":
        answers[200]["headers"] = {"ETag": _ETAG}
        answers[304] = {"description": "Nothing has changed.", "headers": {"ETag": _ETAG}}
