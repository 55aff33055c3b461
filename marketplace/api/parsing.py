"""Reading what apps send: strict JSON of a reasonable size, text the database can store."""

import json
from typing import Any

from django.http import HttpRequest
from django.http.request import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.parser import Parser as NinjaParser

MOST_BYTES = 64 * 1024
NUL = "\x00"


class Parser(NinjaParser):
    """JSON without NaN, without NUL and not deeper than anybody needs."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body's value; ninja answers 400 to whatever is raised here."""
        if len(request.body) > MOST_BYTES:
            raise ValueError("longer than 64 kB")
        text = request.body.decode("utf-8")
        if NUL in text or "\\u0000" in text:
            raise ValueError("a NUL")
        return json.loads(text, parse_constant=_refused)

    def parse_querydict(
        self,
        data: MultiValueDict[str, Any],
        list_fields: list[str],
        request: HttpRequest,
    ) -> dict[str, Any]:
        """The query's values; 400 when one holds NUL."""
        if isinstance(data, QueryDict) and any(NUL in str(v) for row in data.lists() for v in row):
            raise HttpError(400, _("Text may not hold the character NUL."))
        parsed: dict[str, Any] = super().parse_querydict(data, list_fields, request)
        return parsed


def _refused(word: str) -> Any:
    """NaN and its kin are no JSON."""
    raise ValueError(word)
