"""A cooperative applies, and applies again after the province sent it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from oscar.apps.partner.models import Partner

from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.communes.names import fold
from catalog.cooperatives import payees, refusals
from catalog.cooperatives.models import (
    BankAccount,
    Cooperative,
    CooperativePaper,
    Membership,
)
from catalog.traceability.parties import registering
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, papers, rules, tokens

State = Cooperative.State
MOST_PAPERS = 30
_ABBREVIATIONS = ("htx ", "hop tac xa ", "hkd ", "ho kinh doanh ")
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a cooperative says of itself. ``tax_code`` and ``phone`` are checked and spelled."""

    name: str
    legal_name: str
    legal_form: str
    tax_code: str
    commune_code: str
    street: str
    representative: str
    phone: str
    email: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Where a cooperative wants to be paid."""

    bank_bin: str
    number: str
    holder: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paper handed in: what it proves, the file, and its last valid day if it has one."""

    kind: str
    upload: UploadedFile[Any]
    valid_to: dt.date | None = None


@transaction.atomic
def apply(
    particulars: Particulars,
    account: Account,
    evidence: Sequence[Evidence],
    *,
    by: User,
) -> Cooperative:
    """Open an application: cooperative, Oscar partner, party of the log, owner, account, papers.

    The same person sending the same form twice gets the first application back. Refused with
    ``TaxCodeTaken``, ``UnknownCommune``, ``PaperMissing`` or the paper's own ``PaperRefused``.
    """
    _need_registration({piece.kind for piece in evidence})
    commune = home_commune(particulars.commune_code)
    found = Cooperative.objects.filter(tax_code=particulars.tax_code).first()
    if found is None:
        found, created = _open(particulars, commune)
        if created:
            _complete(found, account, evidence, by)
            return found
    if not _sent_before(found, by):
        raise refusals.TaxCodeTaken(particulars.tax_code)
    return found


@transaction.atomic
def resubmit(
    cooperative_id: int, particulars: Particulars, account: Account, *, by: User
) -> Cooperative:
    """Send a returned application in again with mended particulars.

    Refused with ``MoveRefused`` unless it was returned, ``TaxCodeTaken``, ``UnknownCommune`` or
    ``PaperMissing``.
    """
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    if not cooperative.can_become(State.APPLIED):
        raise refusals.MoveRefused(cooperative.state)
    _need_registration(set(cooperative.papers.values_list("kind", flat=True)))
    before = asdict(_particulars(cooperative)) | {"state": cooperative.state}
    _fill(cooperative, particulars, home_commune(particulars.commune_code))
    cooperative.state = State.APPLIED
    _save_with_free_tax_code(cooperative)
    _follow(cooperative)
    open_account(cooperative, account, by=by)
    audit.record(
        by,
        cooperative,
        "cooperative.resubmitted",
        before=before,
        after=asdict(particulars) | {"state": cooperative.state},
    )
    _announce(cooperative)
    return cooperative


@transaction.atomic
def hand_in(cooperative_id: int, piece: Evidence, *, by: User) -> CooperativePaper:
    """Keep one more paper of a cooperative; ``TooManyPapers`` or ``PaperRefused``."""
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    if cooperative.papers.count() >= MOST_PAPERS:
        raise refusals.TooManyPapers(MOST_PAPERS)
    paper = papers.keep(piece.upload, by=by)
    kept = CooperativePaper.objects.create(
        cooperative=cooperative,
        paper=paper,
        kind=piece.kind,
        valid_to=piece.valid_to,
        due_at=clock.now() + dt.timedelta(days=rules.number("paper.review_days")),
    )
    audit.record(
        by,
        cooperative,
        "cooperative.paper",
        after={"kind": kept.kind, "sha256": paper.sha256},
    )
    return kept


def open_account(cooperative: Cooperative, account: Account, *, by: User) -> BankAccount:
    """End the account in force and begin this one, in the caller's transaction."""
    now = clock.now()
    old = cooperative.bank_accounts.select_for_update().filter(valid_to__isnull=True).first()
    if old and Account(old.bank_bin, old.number, old.holder) == account:
        return old
    if old:
        old.valid_to = now
        old.save(update_fields=["valid_to"])
    fresh = BankAccount.objects.create(cooperative=cooperative, valid_from=now, **asdict(account))
    before = {"bank_bin": old.bank_bin, "number": old.number, "holder": old.holder} if old else None
    audit.record(by, cooperative, "cooperative.account", before=before, after=asdict(account))
    payees.introduce([cooperative])
    if old:
        outbox.post("cooperative.account", key=str(fresh.pk), account=fresh.pk)
    return fresh


def home_commune(code: str) -> Commune:
    """The commune of the market's own province; ``UnknownCommune`` when there is none today."""
    commune = places.home().filter(code=code).first()
    if commune is None:
        raise refusals.UnknownCommune(code)
    return commune


def _need_registration(kinds: set[str]) -> None:
    """Refuse an application without the paper that proves there is such a seller."""
    if CooperativePaper.Kind.REGISTRATION not in kinds:
        raise refusals.PaperMissing(CooperativePaper.Kind.REGISTRATION)


def _sent_before(cooperative: Cooperative, by: User) -> bool:
    """Whether this person opened the application that is already there."""
    return Membership.objects.filter(
        cooperative=cooperative, user=by, role=Membership.Role.OWNER
    ).exists()


def _open(particulars: Particulars, commune: Commune) -> tuple[Cooperative, bool]:
    """A new cooperative, or the one somebody opened under this tax code meanwhile."""
    stem = _stem(particulars.name)
    partner = Partner.objects.create(name=particulars.name)
    party = registering.party(
        f"new-{tokens.fresh()}", name=particulars.name, commune_code=commune.code
    )
    cooperative = Cooperative(partner=partner, party=party)
    _fill(cooperative, particulars, commune)
    for number in range(1, _TRIES):
        cooperative.slug = stem if number == 1 else f"{stem}-{number}"
        try:
            with transaction.atomic():
                cooperative.save(force_insert=True)
        except IntegrityError:
            found = Cooperative.objects.filter(tax_code=particulars.tax_code).first()
            if found:
                partner.delete()
                party.delete()
                return found, False
        else:
            party.key = f"cooperative-{cooperative.pk}"
            party.save(update_fields=["key"])
            return cooperative, True
    raise refusals.MoveRefused("slug")


def _complete(
    cooperative: Cooperative, account: Account, evidence: Sequence[Evidence], by: User
) -> None:
    """Everything that belongs to a new application beside its own row."""
    Membership.objects.create(
        cooperative=cooperative, user=by, role=Membership.Role.OWNER, since=clock.now()
    )
    audit.record(by, cooperative, "cooperative.applied", after=asdict(_particulars(cooperative)))
    open_account(cooperative, account, by=by)
    for piece in evidence:
        hand_in(cooperative.pk, piece, by=by)
    _announce(cooperative)


def _announce(cooperative: Cooperative) -> None:
    """Tell the applicant that it arrived, once for each time it was sent in."""
    times = cooperative.decisions.count()
    outbox.post(
        "cooperative.applied",
        key=f"cooperative-{cooperative.pk}-{times}",
        cooperative=cooperative.pk,
        times=times,
    )


def _fill(cooperative: Cooperative, particulars: Particulars, commune: Commune) -> None:
    """Put the particulars and the deadline for an answer on the row."""
    for name, value in asdict(particulars).items():
        if name != "commune_code":
            setattr(cooperative, name, value)
    cooperative.commune = commune
    cooperative.applied_at = clock.now()
    days = rules.number("cooperative.review_days")
    cooperative.due_at = cooperative.applied_at + dt.timedelta(days=days)


def _save_with_free_tax_code(cooperative: Cooperative) -> None:
    """Write the row; ``TaxCodeTaken`` when another cooperative has the mended tax code."""
    try:
        with transaction.atomic():
            cooperative.save()
    except IntegrityError as error:
        raise refusals.TaxCodeTaken(cooperative.tax_code) from error


def _follow(cooperative: Cooperative) -> None:
    """Let Oscar's partner and the party of the log bear the mended name and place."""
    Partner.objects.filter(pk=cooperative.partner_id).update(name=cooperative.name)
    registering.party(
        cooperative.party.key,
        name=cooperative.name,
        commune_code=cooperative.commune.code,
        gln=cooperative.party.gln,
    )


def _particulars(cooperative: Cooperative) -> Particulars:
    """What the row says, in the shape of an application."""
    names = [name for name in Particulars.__dataclass_fields__ if name != "commune_code"]
    facts = {name: getattr(cooperative, name) for name in names}
    return Particulars(commune_code=cooperative.commune.code, **facts)


def _stem(name: str) -> str:
    """The slug a name asks for: ``HTX Nắng Sông Mã`` is ``nang-song-ma``."""
    folded = fold(name)
    for words in _ABBREVIATIONS:
        folded = folded.removeprefix(words)
    return slugify(folded)[:70].strip("-") or "hop-tac-xa"
