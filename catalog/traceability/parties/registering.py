"""Parties and trade items as the shop knows them, kept under keys of the shop's own."""

from __future__ import annotations

from catalog.traceability.codes import checkdigits
from catalog.traceability.models import GivenNumber, Party, TradeItem


def party(key: str, *, name: str, commune_code: str = "", gln: str = "") -> Party:
    """The party called ``key`` with these facts; ``WrongNumber`` when ``gln`` is none."""
    facts = {
        "name": name,
        "commune_code": commune_code,
        "gln": checkdigits.gln(gln) if gln else "",
    }
    return Party.objects.update_or_create(key=key, defaults=facts)[0]


def item(
    key: str,
    *,
    name_vi: str,
    name_en: str = "",
    gtin: str = "",
    net_weight_g: int | None = None,
    category_path: str = "",
) -> TradeItem:
    """The item called ``key`` with these facts; ``WrongNumber`` when ``gtin`` is none.

    A GTIN is the cooperative's own or it is left out: none is ever made up here.
    Boxes packed before keep the weight they were packed with.
    """
    number = checkdigits.gtin14(gtin) if gtin else ""
    facts = {
        "name_vi": name_vi,
        "name_en": name_en,
        "gtin": number,
        "scheme": _scheme(number),
        "net_weight_g": net_weight_g,
        "category_path": category_path,
    }
    return TradeItem.objects.update_or_create(key=key, defaults=facts)[0]


def _scheme(number: str) -> str:
    """Whose a number is: the province gave it, or it is the cooperative's own."""
    if not number:
        return TradeItem.Scheme.INTERNAL
    is_given = GivenNumber.objects.filter(number=number).exists()
    return TradeItem.Scheme.POOL if is_given else TradeItem.Scheme.OWN
