"""REST: files of a lot or pallet for its owner, with a bearer token of scope ``seller``."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from catalog.lotfiles import answers, owners
from catalog.traceability.exports import handing
from catalog.traceability.exports.consignments import Consignment, NotOurs, TooMany
from catalog.traceability.exports.eudr import TooLargeForOne
from catalog.traceability.exports.findings import Faulty
from marketplace.design.spreadsheets import XLSX
from marketplace.people.models import User
from marketplace.records.problems import Fault, Problem, wrong

router = Router(tags=["lots"])


class Together(Schema):
    """Lots that go out with the one of the address."""

    also: list[str] = Field(
        default_factory=list,
        alias="with",
        description="Further lots of yours to go out together.",
    )


class Plots(Schema):
    """How the plots are wanted, and whether in spite of faults."""

    form: Literal["geojson", "zip"] = Field("geojson", alias="format")
    draft: bool = False


class Sheet(Schema):
    """How the sheet is wanted."""

    form: Literal["xlsx", "csv"] = Field("xlsx", alias="format")


class Paper(Schema):
    """How the record is wanted."""

    form: Literal["pdf", "json"] = Field("pdf", alias="format")


def file_of(*kinds: str) -> dict[str, Any]:
    """What the reference says of an answer that is a file of one of these kinds."""
    content = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in kinds}
    return {"responses": {200: {"description": "The file.", "content": content}}}


@router.get(
    "/lots/{code}/eudr",
    url_name="lot-eudr",
    operation_id="lot_eudr",
    auth=owners.SellerBearer(),
    openapi_extra=file_of("application/geo+json", "application/zip"),
)
def eudr(
    request: HttpRequest,
    code: str,
    asked: Query[Plots],
    others: Query[Together],
) -> HttpResponse:
    """All plots of a lot (and of others `with` it) for the European Union; 422 lists the faults.

    `draft=1` gives the file in spite of them, marked as a draft.
    """
    consignment = _lots(request, [code, *others.also])
    return _file(request, consignment, "eudr", asked.form, draft=asked.draft)


@router.get(
    "/units/{code}/eudr",
    url_name="unit-eudr",
    operation_id="unit_eudr",
    auth=owners.SellerBearer(),
    openapi_extra=file_of("application/geo+json", "application/zip"),
)
def unit_eudr(
    request: HttpRequest,
    code: str,
    asked: Query[Plots],
) -> HttpResponse:
    """All plots of what lies on a pallet, each once."""
    return _file(request, _unit(request, code), "eudr", asked.form, draft=asked.draft)


@router.get(
    "/lots/{code}/fsma",
    url_name="lot-fsma",
    operation_id="lot_fsma",
    auth=owners.SellerBearer(),
    openapi_extra=file_of(XLSX, "text/csv"),
)
def fsma(
    request: HttpRequest,
    code: str,
    asked: Query[Sheet],
    others: Query[Together],
) -> HttpResponse:
    """The sortable sheet of FSMA 204 of a lot, and of others `with` it."""
    return _file(request, _lots(request, [code, *others.also]), "fsma", asked.form)


@router.get(
    "/units/{code}/fsma",
    url_name="unit-fsma",
    operation_id="unit_fsma",
    auth=owners.SellerBearer(),
    openapi_extra=file_of(XLSX, "text/csv"),
)
def unit_fsma(
    request: HttpRequest,
    code: str,
    asked: Query[Sheet],
) -> HttpResponse:
    """The sortable sheet of FSMA 204 of the lots that lie on a pallet."""
    return _file(request, _unit(request, code), "fsma", asked.form)


@router.get(
    "/lots/{code}/record",
    url_name="lot-record",
    operation_id="lot_record",
    auth=owners.SellerBearer(),
    openapi_extra=file_of("application/pdf", "application/json"),
)
def record(
    request: HttpRequest,
    code: str,
    asked: Query[Paper],
) -> HttpResponse:
    """The Vietnamese traceability record of a lot, as far as its rules could be verified."""
    return _file(request, _lots(request, [code]), "record", asked.form)


@router.get(
    "/lots/{code}/epcis",
    url_name="lot-epcis",
    operation_id="lot_epcis",
    auth=owners.SellerBearer(),
    openapi_extra=file_of("application/ld+json"),
)
def epcis(request: HttpRequest, code: str, others: Query[Together]) -> HttpResponse:
    """The published events of a lot and of all it was made of, as an EPCIS 2.0 document."""
    return _file(request, _lots(request, [code, *others.also]), "epcis", "jsonld")


def _lots(request: HttpRequest, codes: list[str]) -> Consignment:
    """The asker's lots; 404 when one is not, 422 when there are too many."""
    try:
        return owners.lots(request.auth, codes)  # type: ignore[attr-defined]  # ninja sets it
    except NotOurs:
        raise HttpError(404, _("There is no lot of that code here for you.")) from None
    except TooMany:
        raise wrong("with", _("At most one hundred lots go into one file.")) from None


def _unit(request: HttpRequest, code: str) -> Consignment:
    """What lies on the asker's pallet; 404 when it is not theirs, 422 when it is empty."""
    try:
        return owners.unit(request.auth, code)  # type: ignore[attr-defined]  # ninja sets it
    except NotOurs:
        raise HttpError(404, _("There is no pallet of that code here for you.")) from None
    except TooMany:
        raise wrong("code", _("Nothing lies on this pallet.")) from None


def _file(
    request: HttpRequest, consignment: Consignment, kind: str, form: str, *, draft: bool = False
) -> HttpResponse:
    """Hand the file out; 422 with every fault when it would be sent back."""
    by: User = request.auth  # type: ignore[attr-defined]  # ninja sets it
    try:
        made = handing.hand_out(consignment, kind, form, by=by, draft=draft)
    except Faulty as error:
        raise _faulty(error) from None
    except TooLargeForOne:
        words = _("The plots need several files: ask for them as zip.")
        raise wrong("format", words) from None
    return answers.sent(request, made)


def _faulty(error: Faulty) -> Problem:
    """The faults as fields, and once more with the plot or lot to mend."""
    return Problem(
        422,
        _("The plots would be sent back. Mend them, or ask for a draft."),
        errors=[Fault(one.where, one.message) for one in error.findings],
        more={
            "findings": [
                {"code": one.code, "plot": one.plot, "lot": one.lot or None, "where": one.where}
                for one in error.findings
            ]
        },
    )
