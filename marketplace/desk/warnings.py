"""What the machine notices in a proposal, for the eyes of whoever decides."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from catalog.certificates.models import Certificate
from catalog.communes.names import fold
from catalog.listings import proposals
from catalog.listings.models import ListingChange

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


def words_without_paper(change: ListingChange) -> list[str]:
    """Claims in the words of a proposal that none of its certificates proves."""
    proposal = proposals.read(change.proposed)
    words = " ".join(f"{text.title} {text.description}" for text in proposal.texts.values())
    folded = f" {fold(words)} "
    claimed = [word for word in _CLAIMS if f" {word} " in folded]
    noticed = []
    if claimed:
        held = set(
            Certificate.objects.filter(pk__in=proposal.certificates).values_list(
                "scheme", flat=True
            )
        )
        missing = [_CLAIMS[word][0] for word in claimed if _CLAIMS[word][1] not in held]
        noticed += [_("“%(word)s” without a certificate") % {"word": word} for word in missing]
    if found := _CURES.search(folded):
        noticed.append(_("“%(word)s”: food must not promise to heal") % {"word": found.group()})
    return noticed
