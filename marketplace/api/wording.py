"""What is wrong with a field of a request, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_NUMBER = _("A whole number is needed.")
_TEXT = _("Text is needed.")
_DAY = _("A day such as 2026-07-31 is needed.")
_OTHER = _("This value cannot be accepted.")
_SENTENCES: dict[str, Promise] = {
    "missing": _("This field is missing."),
    "string_type": _TEXT,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_from_float": _NUMBER,
    "bool_type": _("true or false is needed."),
    "bool_parsing": _("true or false is needed."),
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "list_type": _("A list is needed."),
    "dict_type": _("An object is needed."),
    "model_type": _("An object is needed."),
    "model_attributes_type": _("An object is needed."),
    "extra_forbidden": _("There is no field of this name."),
    "string_pattern_mismatch": _("This is not written the way it should be."),
    "string_too_short": _("At least %(min_length)s characters are needed."),
    "string_too_long": _("At most %(max_length)s characters are allowed."),
    "greater_than_equal": _("At least %(ge)s is needed."),
    "less_than_equal": _("At most %(le)s is allowed."),
    "less_than": _("Less than %(lt)s is needed."),
    "literal_error": _("One of these is needed: %(expected)s."),
}


def sentence(row: Mapping[str, Any]) -> str:
    """One row of a schema's errors; a row without a kind was written by one of our forms."""
    if "type" not in row:
        return str(row["msg"])
    words = str(_SENTENCES.get(row["type"], _OTHER))
    return words % row["ctx"] if row.get("ctx") and "%(" in words else words
