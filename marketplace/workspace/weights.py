"""What the scale said of a parcel's goods, as a packer types it: grams, where it was less."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept
from typing import Any

from django.utils.translation import gettext as _

from catalog.orders import weighing
from catalog.orders.models import SellerOrder, SellerOrderLine
from marketplace.design import formats

#: No parcel weighs ten tonnes; what is typed longer is a slip of the finger.
MOST_DIGITS = 7


@dataclass(slots=True)
class Scale:
    """Grams by line for what was told, and what cannot be true of it."""

    grams: dict[int, int] = kept(default_factory=dict)
    errors: list[str] = kept(default_factory=list)


def name(line: SellerOrderLine) -> str:
    """The name of a line's field."""
    return f"weight-{line.pk}"


def read(part: SellerOrder, told: Mapping[str, str]) -> Scale:
    """The weights of a form; a field left empty says that nothing is missing."""
    scale = Scale()
    for line in part.lines.all():
        typed = told.get(name(line), "").strip()
        if not typed:
            continue
        digits = typed.removesuffix("g").replace(".", "").replace(" ", "")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
            scale.errors.append(
                _("%(goods)s: write the weight in grams, such as 4800.") % words(line)
            )
        elif int(digits) < weighing.least(line):
            scale.errors.append(
                _("%(goods)s: less than %(least)s is another order. Give this one back instead.")
                % words(line)
            )
        else:
            scale.grams[line.pk] = int(digits)
    return scale


def words(line: SellerOrderLine) -> dict[str, str]:
    """A line and its weights, for sentences."""
    return {
        "goods": line.title,
        "ordered": formats.weight(line.weight_g),
        "least": formats.weight(weighing.least(line)),
    }


def field(line: SellerOrderLine, told: Mapping[str, str]) -> dict[str, Any]:
    """The field of a line, with what was typed before."""
    typed = told.get(name(line), "").strip()
    return {"name": name(line), "value": typed, "ordered": formats.weight(line.weight_g)}
