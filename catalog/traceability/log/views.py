"""The log as anybody may read it: text and JSON, for every origin, kept where it never changes."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

import verify
from catalog.traceability import guessing, proving, queries
from catalog.traceability.codes import serials
from catalog.traceability.log import keys, proofs, witnessing
from catalog.traceability.log.answering import Refused, open_to_all
from catalog.traceability.log.forms import ConsistencyAsked, EntriesAsked, ProofAsked
from catalog.traceability.log.models import AuthorKey, Entry, TreeHead, Witness
from catalog.traceability.models import Box, Lot

FOR_EVER = "public, max-age=31536000, immutable"
A_MINUTE = "public, max-age=60"
LARGEST_NOTE = 20_000


@require_safe
@open_to_all
def checkpoint(_request: HttpRequest) -> HttpResponse:
    """The latest signed head with the lines of its witnesses."""
    note = proofs.checkpoint(_latest())
    headers = {"Cache-Control": "public, max-age=10"}
    return HttpResponse(note, content_type="text/plain; charset=utf-8", headers=headers)


@require_safe
@open_to_all
def proof(request: HttpRequest) -> HttpResponse:
    """The path from an entry to the root."""
    asked, head = _read(ProofAsked(request.GET)), _latest()
    size = asked["size"] or head.size
    entry = _entry(asked)
    if size > head.size:
        raise Refused(404, _("The tree is not that large."))
    if entry is None or entry.index is None or entry.index >= size:
        raise Refused(404, _("There is no such entry in this tree."))
    return _json(
        {
            "index": entry.index,
            "size": size,
            "leaf": entry.leaf,
            "leaf_hash": _base64(bytes(entry.leaf_hash or b"")),
            "path": [_base64(step) for step in proofs.inclusion(entry.index, size)],
            "root": _base64(proofs.root(size)),
        },
        FOR_EVER if asked["size"] else A_MINUTE,
    )


@require_safe
@open_to_all
def consistency(request: HttpRequest) -> HttpResponse:
    """The path that shows one tree to begin with an earlier one."""
    asked, head = _read(ConsistencyAsked(request.GET)), _latest()
    first, second = asked["first"], asked["second"]
    if second > head.size:
        raise Refused(404, _("The tree is not that large."))
    path = [_base64(step) for step in proofs.consistency(first, second)]
    return _json({"first": first, "second": second, "path": path}, FOR_EVER)


@require_safe
@open_to_all
def entries(request: HttpRequest) -> HttpResponse:
    """The leaves from one place to another, both included; fewer at the end of the tree."""
    asked = _read(EntriesAsked(request.GET))
    keys.province()
    found = list(
        Entry.objects.filter(index__range=(asked["start"], asked["end"]))
        .order_by("index")
        .values("index", "leaf")
    )
    if not found:
        raise Refused(404, _("The tree is not that large."))
    whole = found[-1]["index"] == asked["end"]
    return _json({"entries": found}, FOR_EVER if whole else "public, max-age=10")


@require_safe
@open_to_all
def all_keys(_request: HttpRequest) -> HttpResponse:
    """The province's key, those it certified, those it took back, and the witnesses."""
    log = str(keys.verifier())
    authors = list(AuthorKey.objects.order_by("pk").values_list("certificate", "revocation"))
    return _json(
        {
            "log": log,
            "keys": [certificate for certificate, _revocation in authors],
            "revocations": [revocation for _certificate, revocation in authors if revocation],
            "witnesses": list(
                Witness.objects.filter(is_active=True).order_by("pk").values_list("key", flat=True)
            ),
        },
        A_MINUTE,
    )


@csrf_exempt  # the witness's signature is looked at, and no session
@require_POST
@open_to_all
def witness(request: HttpRequest) -> HttpResponse:
    """Take a checkpoint back with the line of a witness below it."""
    raw = request.read(LARGEST_NOTE + 1)
    if len(raw) > LARGEST_NOTE:
        raise Refused(413, _("This is more than is taken in one request."))
    try:
        taken = witnessing.take(raw.decode())
    except (UnicodeDecodeError, witnessing.NotACheckpoint):
        raise Refused(400, _("This is no checkpoint of this log with a signature.")) from None
    except witnessing.UnknownWitness:
        raise Refused(403, _("No witness known here signed this.")) from None
    return JsonResponse({"taken": taken}, status=201 if taken else 200)


@require_safe
def verifier_py(_request: HttpRequest) -> HttpResponse:
    """The verifier to take home, as one file of Python."""
    body = (settings.BASE_DIR / "verify.py").read_bytes()
    answer = HttpResponse(body, content_type="text/x-python; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="verify.py"'
    answer["Cache-Control"] = A_MINUTE
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@require_safe
def verifier_html(_request: HttpRequest) -> HttpResponse:
    """The verifier as a page that may load nothing and runs its own script only."""
    body = (settings.BASE_DIR / "verify.html").read_bytes()
    answer = HttpResponse(body, content_type="text/html; charset=utf-8")
    answer["Content-Security-Policy"] = (
        f"default-src 'none'; script-src {_digests(body, b'script')}; "
        f"style-src {_digests(body, b'style')}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    answer["Cache-Control"] = A_MINUTE
    return answer


def _digests(body: bytes, tag: bytes) -> str:
    """What a policy says of the parts of a page it allows."""
    found = re.findall(rb"<%b>(.*?)</%b>" % (tag, tag), body, re.DOTALL)
    return " ".join(f"'sha256-{_base64(hashlib.sha256(part).digest())}'" for part in found)


def _latest() -> TreeHead:
    """The latest signed head."""
    keys.province()
    head = proofs.head()
    if head is None:
        raise Refused(404, _("The log has no checkpoint yet. Come again in a minute."))
    return head


@require_safe
@open_to_all
def proof_of(request: HttpRequest, code: str) -> HttpResponse:
    """The proof of a box or lot as a file, byte for byte as the verifiers read it."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if guessing.too_many(address):
        raise Refused(429, _("Too many unknown codes from your network. Wait one minute."))
    thing = queries.found(serials.tidy(code))
    if not isinstance(thing, Box | Lot):
        guessing.missed(address)
        raise Refused(404, _("The market never issued this code."))
    return HttpResponse(
        verify.canonical(proving.of(thing)),
        content_type="application/json",
        headers={
            "Cache-Control": A_MINUTE,
            "Content-Disposition": f'attachment; filename="proof-{thing.code}.json"',
        },
    )


def _entry(asked: dict[str, Any]) -> Entry | None:
    """The entry that was named."""
    named = {"leaf_hash": asked["hash"], "event_id": asked["event"], "index": asked["index"]}
    chosen = {name: value for name, value in named.items() if value not in (None, "")}
    return Entry.objects.filter(**chosen).first()


def _read(form: Form) -> dict[str, Any]:
    """What was asked for, in order."""
    if not form.is_valid():
        words = [f"{field}: {said[0]}" for field, said in form.errors.items()]
        raise Refused(400, " ".join(words).replace("__all__: ", ""))
    return form.cleaned_data


def _json(body: dict[str, Any], keep: str) -> HttpResponse:
    """An answer and how long it may be kept."""
    return JsonResponse(body, headers={"Cache-Control": keep})


def _base64(raw: bytes) -> str:
    """Bytes as text."""
    return base64.b64encode(raw).decode()
