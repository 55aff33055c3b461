"""The shape of every refusal of the REST interface."""

from typing import Any


def problem(answer: Any, status: int) -> dict[str, Any]:
    """The body of a refusal, once it has the promised shape."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert {"type", "title", "status", "detail", "errors"} <= set(body)
    assert body["status"] == status
    assert all(set(fault) == {"field", "message"} for fault in body["errors"])
    return dict(body)
