"""Where a protected name may be used: on its own goods, from its own ground.

The name says its place ("Chè shan tuyết Mộc Châu"): the former district or the province it ends
with. Today's communes on that ground may use it; the province's staff have the last word.
"""

from __future__ import annotations

from catalog.communes.models import Commune, Province
from catalog.communes.names import fold
from catalog.goods.models import GoodsCategory, ProtectedName


def fitting(category: GoodsCategory, commune: Commune) -> list[ProtectedName]:
    """The protected names that goods of this category from this commune may bear."""
    lineage = _lineage(category)
    named = ProtectedName.objects.filter(category__in=lineage).order_by("name_vi")
    grounds = _grounds(commune)
    return [name for name in named if _lies_on(fold(name.name_vi), grounds)]


def fits(name: ProtectedName, category: GoodsCategory, commune: Commune) -> bool:
    """Whether goods of this category from this commune may bear the name."""
    return name in fitting(category, commune)


def _lineage(category: GoodsCategory) -> list[GoodsCategory]:
    """The category with everything above it."""
    found = [category]
    while found[-1].parent is not None:
        found.append(found[-1].parent)
    return found


def _grounds(commune: Commune) -> set[str]:
    """Folded names of the places a commune lies on: itself, what it was, district, province."""
    former = Commune.objects.filter(became__new=commune)
    earlier = Commune.objects.filter(became__new__in=former)
    rows = (former | earlier).values_list("folded", "district_folded")
    province: Province = commune.province
    places = {commune.folded, commune.district_folded, province.folded}
    for name, district in rows:
        places |= {name, district}
    return places - {""}


def _lies_on(name: str, grounds: set[str]) -> bool:
    """Whether the folded name ends with one of the places."""
    return any(name.endswith(f" {place}") for place in grounds)
