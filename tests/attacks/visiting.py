"""Every page a stranger can open."""

from catalog.listings.models import Pack
from tests import factories


def public_pages(pack: Pack) -> list[str]:
    """The addresses, with the pack's listing, seller and lot where a page takes one."""
    listing = pack.listing
    return [
        *("/", "/en/", "/shop/", "/shop/fresh-fruit/", "/search", "/basket/", "/checkout/", "/o/"),
        *("/places/communes", "/account/login/", "/account/signup/", "/api/v1/listings"),
        f"/p/{listing.slug}-{listing.pk}",
        f"/htx/{listing.cooperative.slug}",
        f"/t/{factories.balance(pack).lot.code}",
        f"/api/v1/listings/{listing.pk}",
        f"/api/v1/trace/{factories.balance(pack).lot.code}",
    ]
