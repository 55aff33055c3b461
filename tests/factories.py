"""Rows to begin a test with: a buyer, a verified cooperative, a published listing with stock."""

import datetime as dt
from collections.abc import Sequence
from itertools import count

from django.db import transaction
from oscar.apps.partner.models import Partner

from catalog.communes.models import Commune
from catalog.cooperatives.models import Cooperative, Membership
from catalog.goods.models import GoodsCategory
from catalog.listings import publishing
from catalog.listings.models import Listing, Pack
from catalog.listings.proposals import LotDraft, PackDraft, Proposal, Words
from catalog.stock.models import LotBalance
from catalog.takedowns.ordering import Document
from catalog.traceability.growing import queries as growing
from catalog.traceability.parties import registering
from marketplace.people.models import User
from marketplace.records import audit, clock

_numbers = count(1)

SON_LA = "14"


PASSWORD = "mật khẩu dài 14"


def user(email: str = "", *, password: str = PASSWORD, **facts: object) -> User:
    """Somebody who can sign in."""
    address = email or f"person{next(_numbers)}@example.vn"
    return User.objects.create_user(address, password, **facts)


def commune(name: str = "", *, province: str = SON_LA) -> Commune:
    """A commune of today: the first of the province, or the one of that name."""
    found = Commune.objects.filter(province__code=province, valid_to__isnull=True)
    if name:
        found = found.filter(name=name)
    first = found.order_by("code").first()
    assert first is not None
    return first


@transaction.atomic
def cooperative(name: str = "", *, owner: User | None = None) -> Cooperative:
    """A verified cooperative with its Oscar partner, its party of the log and maybe an owner."""
    number = next(_numbers)
    called = name or f"HTX số {number}"
    partner = Partner.objects.create(name=called, code=f"test-{number}")
    made = Cooperative.objects.create(
        partner=partner,
        party=registering.party(f"test-{number}", name=called, commune_code=commune().code),
        slug=f"htx-so-{number}",
        name=called,
        legal_name=f"Hợp tác xã nông nghiệp {called}",
        legal_form=Cooperative.LegalForm.COOPERATIVE,
        tax_code=_tax_code(number),
        commune=commune(),
        street="Bản Nà Nghiều",
        representative="Lò Văn Pâng",
        phone="+84912000001",
        email=f"htx{number}@example.vn",
        state=Cooperative.State.VERIFIED,
        applied_at=clock.now(),
        due_at=clock.now() + dt.timedelta(days=7),
        verified_at=clock.now(),
    )
    audit.record(None, made, "cooperative.decided", after={"state": made.state})
    if owner is not None:
        member(made, owner, Membership.Role.OWNER)
    return made


def _tax_code(number: int) -> str:
    """Ten digits, the last a check digit, as Vietnamese tax codes have it."""
    digits = f"{550000000 + number:010d}"[-9:]
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    check = 10 - total % 11
    return _tax_code(number + 100_000) if check == 10 else f"{digits}{check}"


@transaction.atomic
def member(seller: Cooperative, who: User, role: str = Membership.Role.SELLER) -> Membership:
    """Somebody who may act for a cooperative."""
    made = Membership.objects.create(cooperative=seller, user=who, role=role, since=clock.now())
    audit.record(None, seller, "member.answered", after={"user": who.pk, "role": role})
    return made


@transaction.atomic
def listing(
    seller: Cooperative | None = None,
    *,
    title: str = "Nhãn Sông Mã",
    category: str = "fresh-fruit/longan",
    prices: Sequence[int] = (89_000,),
    units: int = 20,
) -> Listing:
    """A published listing: a pack of two kilograms for each price, all out of one fresh lot.

    The lot was picked on the plots that its cooperative has of the crop, if any.
    """
    seller = seller or cooperative()
    goods = GoodsCategory.objects.get(path=category)
    draft = Listing.objects.create(
        cooperative=seller,
        category=goods,
        commune=seller.commune,
        created_at=clock.now(),
    )
    packs = tuple(
        PackDraft(f"pack-{n}", f"Hộp {2 * n} kg", f"Box of {2 * n} kg", "", 2_000 * n, price)
        for n, price in enumerate(prices, 1)
    )
    today = clock.local_day()
    grown = tuple(plot.pk for plot in growing.in_use(seller.party_id, goods.name_vi))
    there = {pack.key: units for pack in packs}
    lot = LotDraft(today, today + dt.timedelta(days=10), there, grown)
    proposal = Proposal(
        category=category,
        commune=seller.commune.code,
        season_months=(7, 8, 9),
        texts={
            "vi": Words(title, f"{title}, hái trong ngày."),
            "en": Words(f"{title} (en)", "Picked today."),
        },
        packs=packs,
        first_lot=lot if units else None,
    )
    publishing.apply(draft, proposal, by=user())
    audit.record(None, draft, "listing.approved", after={"version": draft.version})
    draft.refresh_from_db()
    return draft


def pack(seller: Cooperative | None = None, *, units: int = 20, price: int = 89_000) -> Pack:
    """The only pack of a new published listing."""
    found = listing(seller, prices=(price,), units=units).packs.first()
    assert found is not None
    return found


def balance(of: Pack) -> LotBalance:
    """The only lot balance of a pack."""
    return LotBalance.objects.get(pack=of)


def document() -> Document:
    """What an authority's paper says that takes something off the market."""
    return Document("Sở Công Thương", "12/QĐ-SCT", "Khiếu nại.", clock.now())
