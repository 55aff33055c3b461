"""Which drawing and which colours stand for a listing: by its category, else by its title."""

import unicodedata
from collections.abc import Mapping

# The drawings of static/art/ and the classes of static/css/tokens.css; a test compares them.
SLUGS = (
    "longan",
    "mango",
    "plum",
    "custard-apple",
    "avocado",
    "passion-fruit",
    "strawberry",
    "orange",
    "docynia",
    "dried-fruit",
    "coffee",
    "tea",
    "honey",
    "vegetables",
    "dried-meat",
    "spices",
    "handicraft",
    "long-nhan",
    "banana",
    "persimmon",
    "garlic",
)
_BY_CATEGORY = {
    "fresh-fruit/longan": "longan",
    "fresh-fruit/mango": "mango",
    "fresh-fruit/plum": "plum",
    "dried-fruit": "dried-fruit",
    "coffee": "coffee",
    "tea": "tea",
    "honey": "honey",
    "vegetables": "vegetables",
    "meat-specialty": "dried-meat",
    "herbs-spices": "spices",
    "handicraft": "handicraft",
}
# Crops that share a category with others, told by the first words of their title: in a category
# of their own alone, for "Bò khô" is no avocado.
_FRUIT = (
    ("na ", "custard-apple"),
    ("mang cau", "custard-apple"),
    ("bo ", "avocado"),
    ("chanh leo", "passion-fruit"),
    ("thanh long", "passion-fruit"),
    ("dau tay", "strawberry"),
    ("cam ", "orange"),
    ("quyt", "orange"),
    ("buoi", "orange"),
    ("son tra", "docynia"),
    ("tao meo", "docynia"),
    ("hong ", "persimmon"),
    ("chuoi", "banana"),
    ("dao ", "plum"),
)
_GARLIC = (("toi ", "garlic"),)
_LONG_NHAN = (("long nhan", "long-nhan"),)
_BY_WORD = {
    "": (*_FRUIT, *_GARLIC, *_LONG_NHAN),
    "fresh-fruit": _FRUIT,
    "dried-fruit": _LONG_NHAN,
    "vegetables": _GARLIC,
    "herbs-spices": _GARLIC,
}


def slug(category: str, title: str = "") -> str:
    """The drawing for a listing; fresh fruit nobody has drawn yet gets the passion fruit."""
    top = category.split("/", 1)[0]
    told = _told(top, title)
    return told or _BY_CATEGORY.get(category) or _BY_CATEGORY.get(top) or "passion-fruit"


def of(item: object) -> str:
    """The drawing for a card, a line or a category, given as a mapping or an object."""
    category, title = _value(item, "category"), _value(item, "title")
    named = _value(item, "produce") or _value(item, "crop")
    if named not in SLUGS:
        return slug(category, title)
    # What the category draws stands for all its crops: the title may say which one it is.
    return (_told(category.split("/", 1)[0], title) if category else "") or named


def _told(top: str, title: str) -> str:
    """The drawing the title's first words name, among the crops of a main category, if any."""
    plain = _plain(title) + " "
    return next((name for word, name in _BY_WORD.get(top, ()) if plain.startswith(word)), "")


def _value(item: object, name: str) -> str:
    """The text an item carries under ``name``, or nothing."""
    found = item.get(name) if isinstance(item, Mapping) else getattr(item, name, "")
    return str(found or "")


def _plain(text: str) -> str:
    """The text in small letters without marks."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
