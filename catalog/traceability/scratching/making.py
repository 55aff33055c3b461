"""Scratch codes are asked for, made in the background, and handed out exactly once.

Hashing is slow by intention, so it is done a part at a time: every part is one message of the
outbox, which writes the part and posts the next in one transaction. A worker that is killed makes
that part again, with the same digits.
"""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from catalog.traceability.codes import address, serials
from catalog.traceability.lots import locking
from catalog.traceability.models import Box, Lot, ScratchCode, ScratchSheet
from catalog.traceability.scratching import digits
from marketplace.design import spreadsheets
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox

MOST = 10_000
PART = 40  # about three seconds
TOPIC = "scratch.make"
HEADS = ("url", "code", "scratch")
State = ScratchSheet.State


class NothingToScratch(ValueError):
    """No box waits in the house for digits."""


class CalledBack(Exception):
    """Nothing of that lot may be sent any more."""


class NotReady(Exception):
    """The digits are still being made, were handed out before, or were replaced."""


@transaction.atomic
def ask(lot_id: int, *, by: User | None) -> ScratchSheet:
    """Ask for digits for the boxes of a lot that are in the house and have none yet.

    The lot is locked: of two who ask at once the second gets ``NothingToScratch``. ``CalledBack``
    when the lot was. At most ten thousand boxes at once, those that were packed first.
    """
    lot = locking.lot(lot_id)
    if lot.state == Lot.State.RECALLED:
        raise CalledBack(lot.code)
    boxes = list(waiting(lot).select_for_update(no_key=True, of=("self",))[:MOST])
    if not boxes:
        raise NothingToScratch(lot.code)
    sheet = _begin(lot, len(boxes), by)
    ScratchCode.objects.bulk_create(
        [ScratchCode(box=box, sheet=sheet) for box in boxes], batch_size=2_000
    )
    return sheet


@transaction.atomic
def anew(sheet_id: int, *, by: User | None) -> ScratchSheet:
    """Make other digits for the boxes of a sheet whose file was lost or spoilt.

    Only for boxes that are still in the house and that nobody has opened: their earlier digits are
    void from now on. What left the house keeps its digits. ``NothingToScratch`` when there is none,
    ``NotReady`` when the sheet was replaced before; nothing changes then.
    """
    lot = locking.lot(ScratchSheet.objects.only("lot_id").get(pk=sheet_id).lot_id)
    old = ScratchSheet.objects.select_for_update().get(pk=sheet_id)
    if not old.can_become(State.REPLACED):
        raise NotReady(old.state)
    codes = list(_in_the_house(old).filter(opened_at__isnull=True))
    if not codes:
        raise NothingToScratch(lot.code)
    sheet = _begin(lot, len(codes), by)
    for code in codes:
        code.sheet, code.salt, code.digest, code.given_at = sheet, None, None, None
    ScratchCode.objects.bulk_update(codes, ["sheet", "salt", "digest", "given_at"], 1_000)
    old.state, old.seed = State.REPLACED, b""
    old.save(update_fields=["state", "seed"])
    audit.record(by, old, "scratch.replaced", after={"units": len(codes)})
    return sheet


@transaction.atomic
def go_on(sheet_id: int) -> ScratchSheet:
    """Make the next part of a sheet, and post what is left; one that is made stays as it is."""
    sheet = ScratchSheet.objects.select_for_update(no_key=True).get(pk=sheet_id)
    if sheet.state != State.MAKING:
        return sheet
    seed = digits.unlocked(bytes(sheet.seed), sheet.token)
    rows = sheet.codes.filter(digest__isnull=True).select_related("box").order_by("pk")
    codes = list(rows[:PART])
    for code in codes:
        code.salt = secrets.token_bytes(digits.SALT_BYTES)
        code.cost = settings.SCRATCH_COST
        code.digest = digits.slow(digits.of_box(seed, code.box.code), code.salt, code.cost)
    ScratchCode.objects.bulk_update(codes, ["salt", "digest", "cost"])
    sheet.made += len(codes)
    if sheet.made == sheet.units:
        sheet.state = State.READY
    else:
        _post(sheet)
    sheet.save(update_fields=["made", "state"])
    return sheet


@transaction.atomic
def fetch(sheet_id: int, *, by: User | None) -> bytes:
    """Hand the digits of a sheet out as a table, once; from then on they count.

    Boxes that were sent or cancelled meanwhile are left out: no field can be stuck on them any
    more. ``NotReady`` for the second of two who fetch at once, ``NothingToScratch``, ``SeedLost``.
    """
    sheet = ScratchSheet.objects.select_for_update(no_key=True).get(pk=sheet_id)
    if not sheet.can_become(State.FETCHED):
        raise NotReady(sheet.state)
    codes = list(_in_the_house(sheet))
    if not codes:
        raise NothingToScratch
    table = _table(codes, digits.unlocked(bytes(sheet.seed), sheet.token))
    now = clock.now()
    sheet.codes.filter(pk__in=[code.pk for code in codes]).update(given_at=now)
    sheet.state, sheet.seed, sheet.fetched_at = State.FETCHED, b"", now
    sheet.save(update_fields=["state", "seed", "fetched_at"])
    audit.record(by, sheet, "scratch.fetched", after={"units": len(codes)})
    return table


def waiting(lot: Lot) -> QuerySet[Box]:
    """The boxes of a lot that are in the house and have no digits, in the order of packing."""
    found = Box.objects.filter(lot=lot, state=Box.State.PACKED, scratch__isnull=True)
    return found.order_by("pk")


def sheets_of(lot: Lot) -> QuerySet[ScratchSheet]:
    """The sheets of a lot, the newest first."""
    return ScratchSheet.objects.filter(lot=lot).select_related("asked_by").order_by("-pk")


def sheet(party_key: str, token: str) -> ScratchSheet | None:
    """A party's own sheet."""
    found = ScratchSheet.objects.select_related("lot")
    return found.filter(token=token, lot__party__key=party_key).first()


def _begin(lot: Lot, units: int, by: User | None) -> ScratchSheet:
    """A new sheet, with its first part posted."""
    token = ScratchSheet._meta.get_field("token").get_default()
    made = ScratchSheet.objects.create(
        token=token, lot=lot, units=units, seed=digits.fresh_seed(token), asked_by=by
    )
    audit.record(by, made, "scratch.asked", after={"lot": lot.code, "units": units})
    _post(made)
    return made


def _post(sheet: ScratchSheet) -> None:
    """Let the next part be made."""
    outbox.post(TOPIC, key=f"scratch-{sheet.pk}-{sheet.made}", sheet=sheet.pk)


def _in_the_house(sheet: ScratchSheet) -> QuerySet[ScratchCode]:
    """The codes of a sheet whose boxes can still be given a field, locked with their boxes."""
    rows = sheet.codes.filter(box__state=Box.State.PACKED).select_related("box__item", "box__lot")
    return rows.select_for_update(no_key=True, of=("self", "box")).order_by("box")


def _table(codes: Iterable[ScratchCode], seed: bytes) -> bytes:
    """The rows for the print shop, with the mark Excel knows UTF-8 by."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(HEADS)
    for one in codes:
        shown = digits.grouped(digits.of_box(seed, one.box.code))
        row = (address(one.box), serials.grouped(one.box.code), shown)
        writer.writerow([spreadsheets.harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + written.getvalue().encode()
