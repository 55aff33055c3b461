"""Objects of ours and of somebody else's, for the URLs that take one.

A row: the URL's name, and a function that makes what belongs to the cooperative the members of
the walk belong to (``world.ours``) or to the foreign one (``world.theirs``), and answers the
arguments of the URL. The walk asks for both as a member and wants 404 for the foreign one.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.cooperatives import applying
from catalog.cooperatives.models import Cooperative
from catalog.customers import remembering
from catalog.drafts import writing
from catalog.holidays import closing
from catalog.listings import pictures, proposing
from catalog.listings.proposals import LotDraft, PackDraft, Proposal, Shot, Words
from catalog.members import assisting
from catalog.members import joining as members
from catalog.messages import writing as talking
from catalog.stock.models import LotBalance
from catalog.traceability import recalls
from catalog.traceability.lots import packing
from catalog.traceability.models import LabelJob, Lot
from catalog.traceability.printing import jobs
from catalog.traceability.scratching import making
from cms.live import sessions
from marketplace.records import clock, tokens
from payments.models import Statement
from payments.settlement import closing as settling
from tests import factories
from tests.catalog.listings.uploads import photo
from tests.marketplace.workspace import hands
from tests.rules.fieldobjects import FIELD

Maker = Callable[[Cooperative], dict[str, Any]]


def _membership(of: Cooperative) -> dict[str, Any]:
    """Somebody who belongs to the cooperative."""
    return {"member_id": factories.member(of, factories.user()).pk}


def _listing(of: Cooperative) -> dict[str, Any]:
    """A published listing."""
    return {"listing_id": factories.listing(of).pk}


def _lot(of: Cooperative) -> dict[str, Any]:
    """A lot with goods of a published listing."""
    found = factories.listing(of)
    return {"lot_id": LotBalance.objects.filter(pack__listing=found).get().lot_id}


def _harvest(of: Cooperative) -> dict[str, Any]:
    """A lot by its code."""
    return {"code": Lot.objects.get(pk=_lot(of)["lot_id"]).code}


def _label_job(of: Cooperative) -> dict[str, Any]:
    """Labels that were printed."""
    found = factories.pack(of)
    lot = LotBalance.objects.filter(pack=found).latest("pk").lot
    boxes = packing.pack(lot.pk, found.item.key, units=1, by=None)
    return {"token": jobs.ask(boxes, lot=lot, layout="a4-3x8", by=None).token}


def _scratch_sheet(of: Cooperative) -> dict[str, Any]:
    """Digits for a box in the house."""
    lot = LabelJob.objects.get(token=_label_job(of)["token"]).lot
    assert lot is not None
    return {"token": making.ask(lot.pk, by=None).token}


def _lot_paper(of: Cooperative) -> dict[str, Any]:
    """A file of such a lot."""
    return {**_harvest(of), "kind": "record"}


def _recall(of: Cooperative) -> dict[str, Any]:
    """A recall of a lot of its goods."""
    lot = LotBalance.objects.get(pk=_balance(of)["balance_id"]).lot
    recalls.recall(lot.pk, reason="Dư lượng", by=None)
    return {"number": lot.recalls.get().recall.number}


def _draft(of: Cooperative) -> dict[str, Any]:
    """A listing somebody is still writing."""
    return {"token": writing.begin(of.pk, by=factories.user()).token}


def _step(of: Cooperative) -> dict[str, Any]:
    """A step of such a draft."""
    return {**_draft(of), "name": "season"}


def _paper(of: Cooperative) -> dict[str, Any]:
    """A licence a cooperative handed in."""
    upload = SimpleUploadedFile("giay.pdf", b"%PDF-1.7 giay to")
    piece = applying.Evidence("registration", upload)
    return {"token": applying.hand_in(of.pk, piece, by=factories.user()).paper.token}


def _order(of: Cooperative) -> dict[str, Any]:
    """A buyer's order that waits for the cooperative."""
    return {"number": hands.parcel(hands.ordered(factories.pack(of))).number}


def _packed(of: Cooperative) -> dict[str, Any]:
    """Such an order, packed."""
    part = hands.parcel(hands.ordered(factories.pack(of)))
    hands.pack(hands.member(of), part)
    return {"number": part.number}


def _balance(of: Cooperative) -> dict[str, Any]:
    """Units of a pack in a lot."""
    return {"balance_id": factories.balance(factories.pack(of)).pk}


def _invitation(of: Cooperative) -> dict[str, Any]:
    """Somebody who was asked to join and has not answered."""
    asked = members.invite(of.pk, login="moi@example.vn", role="packer", by=factories.user())
    return {"invitation_id": asked.pk}


def _waiting(of: Cooperative) -> dict[str, Any]:
    """A new listing that waits for the province."""
    owner = factories.user()
    picture = pictures.take(photo(seed=of.pk), cooperative_id=of.pk, by=owner)
    proposal = Proposal(
        category="fresh-fruit/longan",
        commune=of.commune.code,
        season_months=(7, 8, 9),
        texts={"vi": Words("Nhãn Sông Mã", "Cùi dày.")},
        pictures=(Shot(picture.token, ""),),
        packs=(PackDraft("box", "Hộp 2 kg", "", "", 2_000, 89_000),),
        # The cooperative may have plots of the crop by now, sprayed a moment ago.
        first_lot=LotDraft(clock.local_day(), None, {"box": 5}, (), "HTX"),
    )
    return {"change_id": proposing.propose(of.pk, proposal, by=owner).pk}


def _holiday(of: Cooperative) -> dict[str, Any]:
    """Closed days of next month."""
    begins = clock.local_day() + dt.timedelta(days=30)
    made = closing.close(of.pk, begins=begins, ends=begins, by=factories.user())
    return {"holiday_id": made.pk}


def _talk(of: Cooperative) -> dict[str, Any]:
    """A buyer's question."""
    asker = talking.Asker("Thu", "thu@example.vn", "vi", None)
    key = tokens.fresh()
    talk = talking.ask(factories.listing(of).pk, "Còn không?", asker=asker, key=key)
    return {"conversation_id": talk.pk}


def _customer(of: Cooperative) -> dict[str, Any]:
    """A buyer who agreed to be remembered."""
    part = hands.parcel(hands.ordered(factories.pack(of)))
    placement = part.order.placement
    return {"customer_id": remembering.give(part, placement, by=None).pk}


def _live(of: Cooperative) -> dict[str, Any]:
    """A live sale that somebody of the cooperative speaks in."""
    now = clock.now()
    plan = sessions.Plan("Vườn", now, now + dt.timedelta(hours=1), [(of.pk, "Bác Ín")], [])
    return {"session_id": sessions.plan(uuid.uuid4(), plan, by=None).pk}


def _consent(of: Cooperative) -> dict[str, Any]:
    """Somebody of the commune's team whom an owner of the cooperative let help."""
    helper, owner = factories.user(), factories.user()
    factories.member(of, owner, "owner")
    assisting.appoint(helper.email or "", of.commune, by=owner)
    until = clock.now() + dt.timedelta(days=7)
    given = assisting.grant(of.pk, helper.pk, things=("stock",), until=until, by=owner)
    return {"consent_id": given.pk}


def _delivered(of: Cooperative) -> dict[str, Any]:
    """A parcel that was paid for and reached its buyer."""
    part = hands.parcel(hands.ordered(factories.pack(of), channel="vietqr"))
    hands.send(hands.member(of), part)
    return {"number": part.number}


def _statement(of: Cooperative) -> dict[str, Any]:
    """What such a parcel earned, once its week is over."""
    _delivered(of)
    with clock.moved_to(clock.now() + dt.timedelta(days=10)):
        settling.close_due()
    told = Statement.objects.filter(payee__key=f"cooperative-{of.pk}")
    return {"number": told.latest("pk").number}


OBJECTS: dict[str, Maker] = {
    **FIELD,
    "sell-statement": _statement,
    "sell-invoice": _delivered,
    "sell-holiday-end": _holiday,
    "sell-customer": _customer,
    "sell-message": _talk,
    "sell-message-report": _talk,
    "sell-live": _live,
    "sell-live-move": _live,
    "sell-helper-end": _consent,
    "sell-change-withdraw": _waiting,
    "sell-draft-discard": _draft,
    "sell-listing-change": _listing,
    "sell-listing-shown": _listing,
    "sell-listing-numbers": _listing,
    "sell-order-deliver": _order,
    "sell-order-back": _order,
    "sell-order-labels": _packed,
    "sell-order-ship": _order,
    "sell-uninvite": _invitation,
    "sell-write-off": _balance,
    "sell-order": _order,
    "sell-order-accept": _order,
    "sell-order-pack": _order,
    "sell-order-refuse": _order,
    "sell-order-slip": _order,
    "sell-draft": _draft,
    "sell-draft-step": _step,
    "sell-lot-new": _listing,
    "sell-lot-labels": _harvest,
    "sell-lot-labels-print": _harvest,
    "sell-lot-labels-pack": _harvest,
    "sell-lot-labels-spoilt": _harvest,
    "sell-lot-labels-whole": _harvest,
    "sell-lot-labels-scratch": _harvest,
    "sell-lot-labels-scratch-file": _scratch_sheet,
    "sell-lot-labels-scratch-anew": _scratch_sheet,
    "sell-lot-labels-job": _label_job,
    "sell-lot-labels-file": _label_job,
    "sell-lot-labels-cancel": _label_job,
    "sell-lot-papers": _harvest,
    "sell-lot-paper": _lot_paper,
    "sell-paper": _paper,
    "sell-member": _membership,
    "sell-listing": _listing,
    "sell-season": _listing,
    "sell-season-over": _listing,
    "sell-recall": _recall,
}
