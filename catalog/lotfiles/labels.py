"""REST: the files of a lot, for its own cooperative's programs: `GET /lots/{code}/labels`."""

from __future__ import annotations

from typing import Any, Literal

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from ninja import Router

from catalog.lotfiles import owners
from catalog.traceability.labels import SymbolTooSmall
from catalog.traceability.labels.sheets import NothingToPrint
from catalog.traceability.labels.thermal import RollsOnly
from catalog.traceability.models import LabelJob
from catalog.traceability.printing import handing, jobs, queries
from marketplace.people.models import User
from marketplace.records.problems import Problem, wrong

router = Router(tags=["lots"])

Paper = Literal["a4-2x4", "a4-3x8", "a4-5x13", "a4-8x11", "roll-50x30", "roll-40x25"]
Kind = Literal["pdf", "svg", "png", "csv", "zpl", "zpl300"]
_SLOW = ("svg", "png")
_FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {
                "application/octet-stream": {"schema": {"$ref": "#/components/schemas/File"}}
            },
        }
    }
}


@router.get(
    "/lots/{code}/labels",
    url_name="lot-labels",
    operation_id="lot_labels",
    auth=owners.SellerBearer(),
    openapi_extra=_FILE,
)
def labels(
    request: HttpRequest,
    code: str,
    layout: Paper = "a4-3x8",
    format: Kind = "pdf",  # noqa: A002 -- the interface's word
) -> FileResponse:
    """The labels of all boxes of an own lot that count.

    Asked again for the same boxes, the same file is answered: nothing is printed twice unnoticed.
    """
    user = getattr(request, "auth", None)
    assert isinstance(user, User)
    lot = owners.own_lot(user, code)
    boxes = list(queries.printable(lot))
    if format in _SLOW and len(boxes) > jobs.AT_ONCE:
        raise wrong("format", _("Pictures of at most 200 labels are made at once."))
    job = queries.ready(lot, layout, format, [box.pk for box in boxes])
    if job is None:
        try:
            job = jobs.ask(
                boxes,
                lot=lot,
                layout=layout,
                format=format,
                reason=_("Through the interface"),
                by=user,
            )
        except NothingToPrint as error:
            raise Problem(409, _("No label of this lot waits to be printed.")) from error
        except RollsOnly as error:
            words = _("Label printers print rolls: choose a roll as paper.")
            raise wrong("format", words) from error
        except SymbolTooSmall as error:
            words = _("The code would be too fine for phones on this paper. Choose larger labels.")
            raise wrong("layout", words) from error
        except jobs.TooManyLabels as error:
            raise Problem(409, _("At most 10,000 labels at once.")) from error
    return handing.file(_finished(job), by=user)


def _finished(job: LabelJob) -> LabelJob:
    """The job, its parts made now: a program waits for its file, where a person would come back."""
    while job.ended_at is None:
        job = jobs.go_on(job.pk)
    if not job.file:
        raise Problem(409, _("A label was cancelled meanwhile. Ask again."))
    return job
