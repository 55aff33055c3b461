"""What the machine notices in a proposal, for the eyes of whoever decides.

Noticed when it is sent in and kept with it: a proposal never changes, nor does what it builds on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.certificates.models import Certificate
from catalog.communes.names import fold
from catalog.listings.models import Listing, Picture
from catalog.listings.proposals import Proposal
from catalog.moderation import passing
from catalog.moderation.touching import Part
from marketplace.design import formats

Note = dict[str, Any]

# Folded words that need a certificate: how they are written, and the scheme that proves them.
_CLAIMS = {
    "huu co": ("hữu cơ", "organic"),
    "organic": ("organic", "organic"),
    "vietgap": ("VietGAP", "vietgap"),
    "globalgap": ("GlobalG.A.P.", "globalgap"),
    "ocop": ("OCOP", "ocop"),
    "haccp": ("HACCP", "haccp"),
}
# Folded words nobody may use of food.
_CURES = re.compile(r"\b(chua benh|chua khoi|dieu tri|khoi benh|cures?|heals?)\b")
_WORDS: dict[str, Promise] = {
    "claim": gettext_lazy("“%(name)s” without a certificate"),
    "cure": gettext_lazy("“%(name)s”: food must not promise to heal"),
    "certificate": gettext_lazy("New certificate: %(name)s"),
    "protected": gettext_lazy("Newly uses a protected name"),
    "weight": gettext_lazy("%(name)s: another weight under the same pack"),
    "picture": gettext_lazy("A photo that another cooperative uses too"),
}


def noticed(listing: Listing, old: Proposal, new: Proposal, touches: list[str]) -> list[Note]:
    """Every note on a proposal, each with the field it is about."""
    return [
        *_claims(new),
        *_papers(old, new),
        *(_prices(listing, old, new) if Part.PRICE in touches else ()),
        *_weights(old, new),
        *(_pictures(listing, old, new) if Part.PICTURES in touches else ()),
    ]


def words(note: Note) -> str:
    """A note in the reader's language."""
    if note["what"] != "price":
        return str(_WORDS[note["what"]]) % {"name": note.get("name", "")}
    share = formats.decimal(abs(note["percent"])) + formats.NBSP + "%"
    facts = {"name": note["name"], "share": share, "limit": note["limit"]}
    if note["percent"] > 0:
        return _("%(name)s: price up %(share)s, outside the band of %(limit)s%%") % facts
    return _("%(name)s: price down %(share)s, outside the band of %(limit)s%%") % facts


def _claims(new: Proposal) -> Iterator[Note]:
    """Claims that none of the proposal's certificates proves, and promises to heal."""
    held = Certificate.objects.filter(pk__in=new.certificates).values_list("scheme", flat=True)
    schemes = set(held) if new.certificates else set()
    said: set[str] = set()
    for language, text in new.texts.items():
        for part, sentence in (("title", text.title), ("description", text.description)):
            folded = f" {fold(sentence)} "
            field = f"{part}_{language}"
            for word, (name, scheme) in _CLAIMS.items():
                if f" {word} " in folded and scheme not in schemes and name not in said:
                    said.add(name)
                    yield {"what": "claim", "field": field, "name": name}
            if found := _CURES.search(folded):
                yield {"what": "cure", "field": field, "name": found.group()}


def _papers(old: Proposal, new: Proposal) -> Iterator[Note]:
    """Certificates and a protected name that were not there before."""
    added = set(new.certificates) - set(old.certificates)
    for one in Certificate.objects.filter(pk__in=added) if added else ():
        name = f"{one.get_scheme_display()} {one.number}"
        yield {"what": "certificate", "field": "certificates", "name": name}
    if new.protected_name and new.protected_name != old.protected_name:
        yield {"what": "protected", "field": "protected_name"}


def _prices(listing: Listing, old: Proposal, new: Proposal) -> Iterator[Note]:
    """Prices outside the band of the rule for prices."""
    rule = passing.in_force().filter(lets__contains=[Part.PRICE]).first()
    if rule is None:
        return
    before = {pack.key: pack.price for pack in old.packs}
    beyond = set(passing.outside(listing, old, new, rule))
    for pack in new.packs:
        if pack.key in beyond:
            step = round((pack.price - before[pack.key]) * 100 / before[pack.key], 1)
            yield {
                "what": "price",
                "field": f"pack_{pack.key}",
                "name": pack.name_vi,
                "percent": step,
                "limit": rule.percent,
            }


def _weights(old: Proposal, new: Proposal) -> Iterator[Note]:
    """Packs that weigh otherwise under the same key: less in the box for the same name."""
    before = {pack.key: pack.net_weight_g for pack in old.packs}
    for pack in new.packs:
        if before.get(pack.key, pack.net_weight_g) != pack.net_weight_g:
            yield {"what": "weight", "field": f"pack_{pack.key}", "name": pack.name_vi}


def _pictures(listing: Listing, old: Proposal, new: Proposal) -> Iterator[Note]:
    """A new photo whose very bytes another cooperative handed in as well."""
    added = {shot.token for shot in new.pictures} - {shot.token for shot in old.pictures}
    prints = Picture.objects.filter(token__in=added).values("sha256")
    others = Picture.objects.exclude(cooperative_id=listing.cooperative_id)
    if others.filter(sha256__in=prints).exists():
        yield {"what": "picture", "field": "pictures"}
