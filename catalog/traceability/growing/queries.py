"""What is asked about plots and growers by more than one page."""

from __future__ import annotations

from django.db.models import QuerySet

from catalog.traceability.growing.models import Grower, Plot


def plots(party_id: int) -> QuerySet[Plot]:
    """All plots of a party with their grower and area, those in use first."""
    own = Plot.objects.filter(party=party_id).select_related("grower", "growing_area")
    return own.order_by("-in_use", "name", "pk")


def in_use(party_id: int, crop: str = "") -> QuerySet[Plot]:
    """The plots of a party that are worked on; of one crop, in large or small letters."""
    found = Plot.objects.filter(party=party_id, in_use=True).order_by("name", "pk")
    return found.filter(crop__iexact=crop) if crop else found


def growers(party_id: int) -> QuerySet[Grower]:
    """The growers of a party by what anybody may read of them."""
    return Grower.objects.filter(party=party_id).order_by("alias", "pk")
