"""An approved proposal becomes the listing: Oscar's products, packs, words, pictures, first lot."""

from __future__ import annotations

from django.utils.text import slugify
from oscar.apps.catalogue.models import Product, ProductClass
from oscar.apps.partner.models import StockRecord

from catalog.certificates.models import Certificate
from catalog.communes import queries as places
from catalog.communes.names import fold
from catalog.goods.models import GoodsCategory, ProtectedName, Variety
from catalog.listings import harvesting, visibility
from catalog.listings.models import Listing, ListingPicture, ListingText, Pack, Picture
from catalog.listings.proposals import PackDraft, Proposal
from catalog.pricing import money
from catalog.traceability.parties import registering
from marketplace.people.models import User
from marketplace.records import audit, clock, tokens

State = Listing.State


def apply(listing: Listing, proposal: Proposal, *, by: User) -> None:
    """Let a locked listing become what was proposed, in the caller's transaction."""
    is_new = listing.version == 0
    _describe(listing, proposal)
    listing.product = _parent(listing, proposal)
    if is_new:
        listing.state = State.PUBLISHED
        listing.published_at = clock.now()
    listing.version += 1
    listing.save()
    listing.certificates.set(Certificate.objects.filter(pk__in=proposal.certificates))
    _write_words(listing, proposal)
    _hang_pictures(listing, proposal)
    _sell_in(listing, proposal, by)
    if is_new and proposal.first_lot:
        harvesting.receive(listing, proposal.first_lot, by=by)
    visibility.follow(listing)


def _describe(listing: Listing, proposal: Proposal) -> None:
    """The facts that stand on the listing's own row."""
    listing.category = GoodsCategory.objects.get(path=proposal.category)
    listing.commune = places.home().get(code=proposal.commune)
    listing.variety = Variety.objects.filter(key=proposal.variety).first()
    listing.protected_name = ProtectedName.objects.filter(key=proposal.protected_name).first()
    listing.season_months = sorted(proposal.season_months)
    # The slug is printed and shared: it never moves once it was given.
    listing.slug = listing.slug or slugify(fold(proposal.title))[:120].strip("-") or "hang"


def _parent(listing: Listing, proposal: Proposal) -> Product:
    """Oscar's parent product under the Vietnamese title, in its category."""
    product = listing.product or Product(
        structure=Product.PARENT, product_class=goods_class(), slug=listing.slug
    )
    product.title = proposal.title
    product.description = proposal.texts["vi"].description
    product.is_public = True
    product.save()
    product.categories.set([listing.category.category_id])
    return product


def goods_class() -> ProductClass:
    """Oscar's one class of goods: shipped, and its stock is ours to count (decision 6)."""
    return ProductClass.objects.get_or_create(
        slug="goods",
        defaults={"name": "Goods", "track_stock": False, "requires_shipping": True},
    )[0]


def _write_words(listing: Listing, proposal: Proposal) -> None:
    """The words in every language given; a language left out is taken away."""
    listing.texts.exclude(language__in=proposal.texts).delete()
    ListingText.objects.bulk_create(
        (
            ListingText(
                listing=listing,
                language=language,
                title=words.title,
                description=words.description,
            )
            for language, words in proposal.texts.items()
        ),
        update_conflicts=True,
        unique_fields=["listing", "language"],
        update_fields=["title", "description"],
    )


def _hang_pictures(listing: Listing, proposal: Proposal) -> None:
    """The pictures in the order given."""
    listing.pictures.all().delete()
    named = {shot.token for shot in proposal.pictures}
    own = Picture.objects.filter(cooperative_id=listing.cooperative_id, token__in=named)
    by_token = {picture.token: picture for picture in own}
    ListingPicture.objects.bulk_create(
        ListingPicture(
            listing=listing,
            picture=by_token[shot.token],
            position=position,
            alt=shot.alt or proposal.title[:160],
        )
        for position, shot in enumerate(proposal.pictures)
    )


def _sell_in(listing: Listing, proposal: Proposal, by: User) -> None:
    """The packs by their keys; a pack left out is no longer sold, its orders go on."""
    known = {pack.key: pack for pack in listing.packs.select_for_update().order_by("pk")}
    for position, draft in enumerate(proposal.packs):
        found = known.pop(draft.key, None)
        before = found.price if found else None
        back = found is not None and not found.is_sold
        pack = found or _new_pack(listing, draft)
        pack.position = position
        _fill_pack(pack, draft, proposal, is_new=found is None)
        if before != draft.price:
            was = None if before is None else {"price": before}
            audit.record(by, pack, "pack.price", before=was, after={"price": draft.price})
        if back:
            audit.record(
                by, pack, "pack.sold_again", before={"is_sold": False}, after={"is_sold": True}
            )
    for pack in known.values():
        if pack.is_sold:
            pack.is_sold = False
            pack.save(update_fields=["is_sold"])
            audit.record(
                by, pack, "pack.no_longer_sold", before={"is_sold": True}, after={"is_sold": False}
            )


def _new_pack(listing: Listing, draft: PackDraft) -> Pack:
    """A pack nobody has saved yet, with an empty child product."""
    assert listing.product is not None
    child = Product.objects.create(
        structure=Product.CHILD,
        parent=listing.product,
        title=draft.name_vi,
        is_public=True,
    )
    return Pack(listing=listing, product=child, key=draft.key)


def _fill_pack(pack: Pack, draft: PackDraft, proposal: Proposal, *, is_new: bool) -> None:
    """Name, weight and price of a pack, in our tables, Oscar's and the traceability log's."""
    for name in ("name_vi", "name_en", "grade", "net_weight_g", "price"):
        setattr(pack, name, getattr(draft, name))
    pack.is_sold = True
    title, english = proposal.title, proposal.texts.get("en")
    key = f"new-{tokens.fresh()}" if is_new else pack.item.key
    pack.item = registering.item(
        key,
        name_vi=f"{title}, {draft.name_vi}"[:200],
        name_en=f"{english.title}, {draft.name_en or draft.name_vi}"[:200] if english else "",
        gtin="" if is_new else pack.item.gtin,
        net_weight_g=draft.net_weight_g,
        category_path=pack.listing.category.path,
    )
    pack.save()
    if is_new:
        pack.item.key = f"pack-{pack.pk}"
        pack.item.save(update_fields=["key"])
    Product.objects.filter(pk=pack.product_id).update(title=f"{title}, {draft.name_vi}"[:255])
    _put_price(pack, is_new=is_new)


def _put_price(pack: Pack, *, is_new: bool) -> None:
    """Oscar's stock record, which a pack of ours has from its first day on."""
    facts = {
        "partner_sku": f"pack-{pack.pk}",
        "price_currency": money.CURRENCY,
        "price": money.to_decimal(pack.price),
    }
    place = {
        "product_id": pack.product_id,
        "partner_id": pack.listing.cooperative.partner_id,
    }
    if is_new:
        StockRecord.objects.create(**place, **facts)
    else:
        StockRecord.objects.update_or_create(**place, defaults=facts)
