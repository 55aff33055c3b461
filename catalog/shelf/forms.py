"""What may be asked of a list or a search; everything else is refused in words."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from catalog.shelf.queries import LAST_PAGE
from catalog.shelf.searching import Sought
from catalog.shelf.wanted import FACETS, SORTS, Wanted

MOST_VALUES = 20
LONGEST_QUERY = 200
_BIGGEST = 10**12


class Many(forms.Field):
    """Several values of one parameter, each of a given shape; an empty one is left out."""

    widget = forms.MultipleHiddenInput

    def __init__(self, pattern: str) -> None:
        """Take values that match ``pattern`` whole."""
        super().__init__(required=False)
        self._pattern = re.compile(pattern)

    def to_python(self, value: Any) -> list[str]:
        """The values, each once; ``ValidationError`` when one has another shape."""
        values = list(dict.fromkeys(one for one in value or [] if one))
        if len(values) > MOST_VALUES:
            raise ValidationError(_("Choose at most %(n)s.") % {"n": MOST_VALUES})
        if not all(self._pattern.fullmatch(one) for one in values):
            raise ValidationError(_("This choice does not exist."))
        return values


class Price(forms.IntegerField):
    """Whole đồng, as people write them: ``100.000`` is a hundred thousand."""

    def to_python(self, value: Any) -> int | None:
        """The amount without its thousands signs."""
        text = value.strip() if isinstance(value, str) else value
        if isinstance(text, str) and re.fullmatch(r"[0-9]{1,3}([.,\u00a0 ][0-9]{3})+", text):
            text = re.sub(r"[^0-9]", "", text)
        return super().to_python(text)


class Question(forms.Form):
    """The parameters of lists and searches, in pages and in the REST interface alike."""

    q = forms.CharField(max_length=LONGEST_QUERY, required=False)
    category = Many(r"[a-z0-9-]{1,60}(/[a-z0-9-]{1,60}){0,3}")
    commune = Many(r"[0-9]{5}")
    cooperative = Many(r"[1-9][0-9]{0,17}")
    certificate = Many(r"[a-z0-9]{1,10}")
    ocop = Many(r"[3-5]")
    ocop_min = forms.IntegerField(min_value=0, max_value=5, required=False)
    in_season = forms.RegexField(r"^(0|1|true|false)$", required=False)
    price_min = Price(min_value=0, max_value=_BIGGEST, required=False)
    price_max = Price(min_value=0, max_value=_BIGGEST, required=False)
    sort = forms.ChoiceField(choices=[(one, one) for one in SORTS], required=False)
    all = forms.ChoiceField(choices=[(one, one) for one in FACETS], required=False)
    page = forms.IntegerField(min_value=1, max_value=LAST_PAGE, required=False)
    page_size = forms.IntegerField(min_value=1, max_value=100, required=False)

    def __init__(self, asked: QueryDict) -> None:
        """Read the parameters of a request."""
        super().__init__(asked)

    def wanted(self, category: str = "", *, is_leaf: bool = False) -> Wanted:
        """The question to the shelf; ``category`` is the one whose page this is."""
        given = self.cleaned_data
        return Wanted(
            sought=Sought(given["q"]),
            categories=(category,) if category else tuple(given["category"]),
            is_leaf=is_leaf,
            communes=tuple(given["commune"]),
            cooperatives=tuple(int(one) for one in given["cooperative"]),
            certificates=tuple(given["certificate"]),
            ocop_min=given["ocop_min"] or min(map(int, given["ocop"]), default=0),
            in_season=given["in_season"] in ("1", "true"),
            price_min=given["price_min"],
            price_max=given["price_max"],
            sort=given["sort"] or "relevance",
        )

    @property
    def number(self) -> int:
        """The page asked for, 1 when none is."""
        return self.cleaned_data["page"] or 1
