"""One JSON object per log line, with the request's id."""

from __future__ import annotations

import datetime as dt
import json
import logging

from marketplace.records import requests

_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "taskName",
    "request",
}


class JsonFormatter(logging.Formatter):
    """Writes level, logger, words, request id and the plain facts given as ``extra``."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; line breaks inside a value are escaped by JSON, so no line can be forged."""
        line: dict[str, object] = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(),
            "level": record.levelname.lower(),
            "log": record.name,
            "event": record.getMessage(),
            "request_id": requests.current_id(),
        }
        line.update({k: v for k, v in vars(record).items() if k not in _USUAL})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)
