"""Orders for benchmarks: one unit each of the bulk's goods, paid in cash, through the verbs."""

from catalog.baskets import filling
from catalog.communes import queries as places
from catalog.listings.models import Pack
from catalog.orders import placing
from catalog.orders.wishes import Wish
from marketplace.records import rules


def place(count: int) -> int:
    """Place ``count`` orders, each of another listing in turn; answers how many."""
    commune = places.home().select_related("province").first()
    packs = list(
        Pack.objects.filter(listing__slug__startswith="bench-")
        .order_by("pk")
        .values_list("pk", flat=True)[: max(count, 1)]
    )
    if not count or commune is None or not packs:
        return 0
    for number in range(count):
        basket = filling.opened()
        filling.add(basket.pk, packs[number % len(packs)], quantity=1)
        placing.place(
            basket.pk,
            Wish(
                name="Khách Đo Lường",
                phone="+84952999999",
                commune=commune,
                street="1 phố Đo",
                channel="cod",
                terms_version=str(rules.value("terms.version")),
            ),
        )
    return count
