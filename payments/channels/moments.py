"""Times as Vietnamese providers write them: the clock on the wall, without saying whose."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from payments.channels.strict_json import BadJson

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}", re.ASCII)


def local_moment(text: str, name: str) -> dt.datetime:
    """The moment in UTC of ``2026-11-20 10:00:00`` in Vietnam; ``BadJson`` for anything else."""
    if not _MOMENT.fullmatch(text):
        raise BadJson(f"{name} is no local time")
    try:
        local = dt.datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=LOCAL)
    except ValueError as error:
        raise BadJson(f"{name} is no day of the calendar") from error
    try:
        return local.astimezone(dt.UTC)
    except OverflowError as error:
        raise BadJson(f"{name} is out of range") from error


def milliseconds(value: object) -> dt.datetime | None:
    """The moment so many milliseconds after 1970; None for what is no such number."""
    if type(value) is not int or not 0 < value < 10**14:
        return None
    return dt.datetime.fromtimestamp(value / 1000, dt.UTC)
