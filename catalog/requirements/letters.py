"""Letters about papers: one that ends soon, one that was sent back."""

from __future__ import annotations

from typing import Any

from catalog.cooperatives import letters
from catalog.cooperatives.models import CooperativePaper
from catalog.requirements import queries
from marketplace.records import outbox


@outbox.handles("paper.expiring")
def expiring(payload: dict[str, Any]) -> None:
    """Say which paper ends when, and which goods leave the shelf without a new one."""
    paper = _paper(payload)
    titles = [one.product.title for one in queries.goods_needing(paper) if one.product]
    facts = {"paper": paper, "titles": titles}
    key = f"paper-expiring-{paper.pk}-{paper.valid_to}"
    letters.to_owners(paper.cooperative, "paper_expiring", facts, key=key)


@outbox.handles("paper.returned")
def returned(payload: dict[str, Any]) -> None:
    """Say why a paper does not do."""
    paper = _paper(payload)
    key = f"paper-returned-{paper.pk}"
    letters.to_owners(paper.cooperative, "paper_returned", {"paper": paper}, key=key)


def _paper(payload: dict[str, Any]) -> CooperativePaper:
    """The paper a message is about."""
    return CooperativePaper.objects.select_related("cooperative").get(pk=payload["paper"])
