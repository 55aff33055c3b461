"""Cooperatives apply and are verified, listings are proposed and approved: by the same verbs."""

import dataclasses
import datetime as dt
import random
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.certificates import recording
from catalog.cooperatives import applying, verifying
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory, Variety
from catalog.listings import moderation, pictures, proposing
from catalog.listings.models import Listing, ListingChange, Picture
from catalog.listings.proposals import LotDraft, PackDraft, Proposal, Shot, Words
from catalog.requirements import looking
from catalog.requirements import queries as requirements
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.seeding import drawings, wording
from marketplace.seeding.blueprints import Goods, Seller

ISSUERS = {
    "ocop": "UBND tỉnh Sơn La (minh họa)",
    "vietgap": "Tổ chức chứng nhận minh họa",
    "globalgap": "Tổ chức chứng nhận minh họa",
    "organic": "Tổ chức chứng nhận minh họa",
    "haccp": "Tổ chức chứng nhận minh họa",
}
BANKS = ("970436", "970415", "970405", "970418", "970422")
_PAPER = b"%PDF-1.4\n% Paper of the demonstration, invented.\n%%EOF\n"


def cooperative(seller: Seller, owner: User, staff: User, day: dt.datetime) -> Cooperative:
    """One cooperative applies on a day and is verified two days later."""
    known = Cooperative.objects.filter(tax_code=seller.tax_code).first()
    if known is None:
        with clock.moved_to(day):
            known = _apply(seller, owner)
    if known.state == Cooperative.State.APPLIED:
        with clock.moved_to(day + dt.timedelta(days=2)):
            verifying.record_check(known.pk, method="papers", level=2, by=staff)
            verifying.decide(known.pk, state=Cooperative.State.VERIFIED, by=staff)
        known.refresh_from_db()
    for number, words in enumerate(seller.certificates, 1):
        _certificate(known, words, f"{seller.number:02}{number}", day.date(), staff)
    return known


@dataclass(frozen=True, slots=True)
class Hands:
    """Who writes a listing, who approves it, and the dice that vary it."""

    owner: User
    staff: User
    dice: random.Random


def listing(
    goods: Goods, seller: Cooperative, hands: Hands, day: dt.datetime, plots: tuple[int, ...]
) -> Listing:
    """One listing is proposed on a day with its first harvest, and approved the day after."""
    known = Listing.objects.filter(cooperative=seller, texts__title=goods.title_vi).first()
    if known is not None:
        return known
    change = ListingChange.objects.filter(
        listing__cooperative=seller, state="submitted", proposed__texts__vi__title=goods.title_vi
    ).first()
    if change is None:
        with clock.moved_to(day):
            _hand_in_papers(goods.category, seller, hands)
            first = harvest(goods, day.date(), hands.dice.randint(60, 140))
            first = dataclasses.replace(first, plots=plots)
            proposal = _proposal(goods, seller, hands, first)
            change = proposing.propose(seller.pk, proposal, by=hands.owner)
    with clock.moved_to(day + dt.timedelta(hours=20)):
        approved = ListingChange.State.APPROVED
        moderation.decide(change.pk, state=approved, opened_version=0, by=hands.staff)
    return Listing.objects.get(pk=change.listing_id)


def _hand_in_papers(category: str, seller: Cooperative, hands: Hands) -> None:
    """The papers that goods of a category need, handed in and accepted."""
    for one in requirements.lacking(seller, category):
        upload = SimpleUploadedFile(f"{one.kind}.pdf", _PAPER + one.kind.encode())
        last = clock.local_day() + dt.timedelta(days=3 * 365)
        piece = applying.Evidence(one.kind, upload, last)
        kept = applying.hand_in(seller.pk, piece, by=hands.owner)
        looking.look(kept.pk, accepted=True, by=hands.staff)


def harvest(goods: Goods, day: dt.date, units: int) -> LotDraft:
    """A harvest of a day: so many units of every pack."""
    keeps = dt.timedelta(days=goods.keeps_days)
    return LotDraft(
        harvested_on=day,
        best_before=day + keeps if goods.keeps_days else None,
        units={_key(place): units for place in range(len(goods.packs))},
    )


def _apply(seller: Seller, owner: User) -> Cooperative:
    """The application as its owner would fill it in."""
    particulars = applying.Particulars(
        name=seller.name,
        legal_name=_legal_name(seller),
        legal_form=seller.legal_form,
        tax_code=seller.tax_code,
        commune_code=seller.commune,
        street=seller.street,
        representative=seller.representative,
        phone=f"09520{seller.number:05}",
        email=seller.email,
        story=wording.story(seller),
    )
    account = applying.Account(
        BANKS[seller.number % len(BANKS)],
        f"952{seller.number:08}",
        seller.representative.upper(),
    )
    evidence = [
        applying.Evidence(kind, SimpleUploadedFile(f"{kind}.pdf", _PAPER + kind.encode()))
        for kind in ("registration", "identity")
    ]
    return applying.apply(particulars, account, evidence, by=owner)


def _legal_name(seller: Seller) -> str:
    """Its name in full, marked as invented."""
    short, _, rest = seller.name.partition(" ")
    full = {"HTX": "Hợp tác xã nông nghiệp", "Hộ": "Hộ kinh doanh"}.get(short, short)
    return f"{full} {rest} (minh họa)"


def _certificate(seller: Cooperative, words: str, number: str, day: dt.date, staff: User) -> None:
    """``ocop4`` is an OCOP certificate of four stars; the others have none."""
    scheme, stars = (words[:-1], int(words[-1])) if words[-1].isdigit() else (words, None)
    recording.record(
        seller.pk,
        scheme=scheme,
        number=f"MH-{scheme.upper()}-{number}",
        issuer=ISSUERS[scheme],
        valid_from=day - dt.timedelta(days=200),
        valid_to=day + dt.timedelta(days=860),
        stars=stars,
        by=staff,
    )


def _proposal(goods: Goods, seller: Cooperative, hands: Hands, first: LotDraft) -> Proposal:
    """The whole listing as its cooperative would fill it in."""
    grade = hands.dice.choice(("Loại 1", "Loại 1", "Chọn lọc")) if goods.is_fresh else ""
    # What keeps has no season; what spoils always says when it is picked.
    months = goods.months if goods.is_fresh or len(goods.months) < 12 else ()
    return Proposal(
        category=goods.category,
        variety=goods.variety,
        commune=seller.commune.code,
        season_months=tuple(sorted(months)),
        protected_name=goods.protected_name,
        certificates=tuple(seller.certificates.order_by("pk").values_list("pk", flat=True)),
        texts={
            "vi": Words(goods.title_vi, wording.description_vi(goods, seller)),
            "en": Words(goods.title_en, wording.description_en(goods, seller)),
        },
        pictures=_pictures(goods, seller, hands),
        packs=tuple(
            PackDraft(
                _key(place),
                pack.name,
                wording.pack_en(pack.name),
                grade,
                pack.grams,
                pack.price,
            )
            for place, pack in enumerate(goods.packs)
        ),
        first_lot=first,
    )


def _pictures(goods: Goods, seller: Cooperative, hands: Hands) -> tuple[Shot, ...]:
    """Two drawings of the crop, kept as drawings."""
    crop = _crop(goods)
    shots = []
    for number in hands.dice.sample(range(3), 2):
        taken = pictures.take(
            drawings.picture(crop, number, hands.dice), cooperative_id=seller.pk, by=hands.owner
        )
        Picture.objects.filter(pk=taken.pk).update(is_drawing=True)
        shots.append(Shot(taken.token, f"{goods.title_vi}, tranh vẽ"))
    return tuple(shots)


def _crop(goods: Goods) -> str:
    """The drawing of the variety, else of its category."""
    variety = Variety.objects.filter(key=goods.variety).values_list("drawing", flat=True).first()
    return variety or GoodsCategory.objects.get(path=goods.category).drawing


def _key(place: int) -> str:
    """The key of a pack by its place."""
    return f"pack-{place + 1}"
