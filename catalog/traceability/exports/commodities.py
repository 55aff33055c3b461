"""What two foreign laws say of a crop: whether it is on their list, and under which number.

Facts with their source. EUDR: Regulation (EU) 2023/1115, Annex I, lists cattle, cocoa, coffee,
oil palm, rubber, soya and wood; coffee is heading 0901 of the Harmonised System. FSMA 204: mango
is on the Food Traceability List as a tropical tree fruit (read in July 2026); longan is of the
same class but is not named in what could be read, so a buyer has to say.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commodity:
    """What is known of a crop abroad; empty where nothing could be verified."""

    english: str = ""
    hs: str = ""
    in_eudr: bool = False
    fsma: str = "unknown"  # "listed", "check", "not listed", "unknown"


_COFFEE = Commodity("Coffee", "0901", in_eudr=True, fsma="not listed")
_KNOWN = {
    "ca phe": _COFFEE,
    "coffee": _COFFEE,
    "xoai": Commodity("Mango", fsma="listed"),
    "mango": Commodity("Mango", fsma="listed"),
    "nhan": Commodity("Longan", fsma="check"),
    "longan": Commodity("Longan", fsma="check"),
}
#: Species by what a variety's name holds: both kinds are sold as coffee.
_SPECIES = {
    "arabica": "Coffea arabica",
    "catimor": "Coffea arabica",
    "che": "Coffea arabica",
    "robusta": "Coffea canephora",
    "voi": "Coffea canephora",
}


def of(crop: str) -> Commodity:
    """What is known of a crop by its name, as the cooperative writes it."""
    words = f" {_bare(crop)} "
    return next((told for name, told in _KNOWN.items() if f" {name} " in words), Commodity())


def species(crop: str, variety: str) -> str:
    """The scientific name where name and variety leave no doubt; it is never guessed."""
    if not of(crop).in_eudr:
        return ""
    words = set(_bare(f"{crop} {variety}").split())
    found = {name for word, name in _SPECIES.items() if word in words}
    return found.pop() if len(found) == 1 else ""


def _bare(words: str) -> str:
    """Small letters without marks, one blank between words."""
    plain = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.split())
