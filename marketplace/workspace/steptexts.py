"""What each step of writing a listing says to the person on the phone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, slots=True)
class Text:
    """Name, question and help of a step, and what its button says."""

    name: str
    heading: str
    lead: str
    next_words: str
    question: str = ""
    answer: str = ""


def texts() -> dict[str, Text]:
    """The steps' words in the reader's language."""
    return _of_the_goods() | _of_the_sale()


def _of_the_goods() -> dict[str, Text]:
    """What is sold and where it comes from."""
    return {
        "photos": Text(
            _("photos"),
            _("Photograph the goods"),
            _("Two photos are enough: the whole box, and one fruit cut open. In the shade."),
            _("Keep the photos, go on"),
            _("Which photos are approved?"),
            _(
                "Your own real goods, no advertising words, nothing from the internet. "
                "Colour, size and the label can be seen clearly."
            ),
        ),
        "goods": Text(
            _("name and description"),
            _("What is it?"),
            _("Plain words, only what you can prove."),
            _("Next: origin"),
            _("What must not be written?"),
            _(
                "“Organic”, “cures”, “the best” without a paper that proves it. "
                "Such words come back."
            ),
        ),
        "origin": Text(
            _("origin"),
            _("Where does it grow?"),
            "",
            _("Next: season"),
        ),
    }


def _of_the_sale() -> dict[str, Text]:
    """When, in what, and how much of it."""
    return {
        "season": Text(
            _("season"),
            _("When do you harvest?"),
            _("The usual months are ticked. Change them if yours differ."),
            _("Next: packs and prices"),
        ),
        "packs": Text(
            _("packs and prices"),
            _("How do you sell it?"),
            _("One box or bag each, with its weight and price. Buyers also see the price per kg."),
            _("Keep the packs, go on"),
        ),
        "lot": Text(
            _("first lot"),
            _("What have you harvested?"),
            _("It can be bought as soon as the department approves. More lots are added later."),
            _("Next: look over all"),
        ),
    }


REFUSED_PICTURES: dict[str, Promise] = {
    "size": gettext_lazy("The photo is larger than 10 MB. Send a smaller one."),
    "kind": gettext_lazy(
        "Send photos as JPEG, PNG or WebP. On an iPhone choose “Most compatible”."
    ),
    "pixels": gettext_lazy("The photo has more than 25 megapixels. Send a smaller one."),
    "small": gettext_lazy("The photo is too small: 320 pixels a side at least."),
    "animated": gettext_lazy("Send a still photo, not a moving one."),
    "broken": gettext_lazy("The file is damaged and cannot be read. Take the photo again."),
}
