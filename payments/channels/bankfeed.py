"""What those who read our bank account and tell us of its transfers have in common."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponse

from payments.channels.base import Result

MOST_DONG = 9_999_999_999_999  # thirteen digits, as in the QR code
MOST_ID = 2**63 - 1
_STATUSES = {
    Result.TAKEN: 200,
    Result.AGAIN: 200,
    Result.OTHER_SUM: 200,
    Result.UNKNOWN: 503,
    Result.TRY_AGAIN: 503,
    Result.FORGED: 401,
    Result.UNREADABLE: 400,
}


class BankFeed:
    """Answers with a status and a word of success; whatever is no 200 is told again."""

    success, failure = b'{"success":true}', b'{"success":false}'
    statuses: ClassVar[dict[Result, int]] = _STATUSES

    def answer(self, result: Result) -> HttpResponse:
        """The exact bytes this teller wants."""
        status = self.statuses[result]
        body = self.success if status == 200 else self.failure
        return HttpResponse(body, status=status, content_type="application/json")
