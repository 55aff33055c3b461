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
# Crops that share a category with others, told by the first words of their title.
_BY_WORD = (
    ("long nhan", "long-nhan"),
    ("na ", "custard-apple"),
    ("mang cau", "custard-apple"),
    ("bo ", "avocado"),
    ("chanh leo", "passion-fruit"),
    ("dau tay", "strawberry"),
    ("cam ", "orange"),
    ("quyt", "orange"),
    ("buoi", "orange"),
    ("son tra", "docynia"),
    ("tao meo", "docynia"),
    ("hong ", "persimmon"),
    ("chuoi", "banana"),
    ("toi ", "garlic"),
    ("dao ", "plum"),
)


def slug(category: str, title: str = "") -> str:
    """The drawing for a listing; fresh fruit nobody has drawn yet gets the passion fruit."""
    plain = _plain(title) + " "
    for word, name in _BY_WORD:
        if plain.startswith(word):
            return name
    top = category.split("/", 1)[0]
    return _BY_CATEGORY.get(category) or _BY_CATEGORY.get(top) or "passion-fruit"


def of(item: object) -> str:
    """The drawing for a card, a line or a category, given as a mapping or an object."""
    named = _value(item, "produce") or _value(item, "crop")
    return named if named in SLUGS else slug(_value(item, "category"), _value(item, "title"))


def _value(item: object, name: str) -> str:
    """The text an item carries under ``name``, or nothing."""
    found = item.get(name) if isinstance(item, Mapping) else getattr(item, name, "")
    return str(found or "")


def _plain(text: str) -> str:
    """The text in small letters without marks."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
