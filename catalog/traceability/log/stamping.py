"""Once a day an authority of time stamps the head of the tree (RFC 3161).

Whoever doubts the province's clock, or fears that its key was stolen later, has another's word for
when a head stood. What is stamped is the note as the province signed it, without its witnesses. A
head never waits for its stamp: the authority is asked afterwards, and what goes wrong is one line
in the log of the server.
"""

from __future__ import annotations

import datetime as dt
import logging

import requests
from cryptography import x509
from django.conf import settings
from django.db import transaction
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from catalog.traceability.log import keys, proofs
from catalog.traceability.log.models import HeadStamp, TreeHead
from marketplace.records import clock

log = logging.getLogger("market.trace_log")

PATIENCE_SECONDS = (5.0, 15.0)  # to connect, between two bytes
MOST_BYTES = 64 * 1024
CLOCKS_DIFFER = dt.timedelta(minutes=5)
QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"


class NoStamp(Exception):
    """The authority gave no stamp that counts; the argument says why."""


def is_on() -> bool:
    """Whether an authority is set, and the log has a key."""
    return bool(settings.TRACE_TSA_URL) and keys.is_on()


def stamp() -> HeadStamp | None:
    """Have the latest head stamped, unless one was today or the tree has not grown since.

    Nothing is raised when the authority does not answer as it should: the next turn tries again.
    """
    head = proofs.head() if is_on() else None
    if head is None or head.size == 0 or not _is_due(head):
        return None
    try:
        found = ask(head)
    except NoStamp as why:
        log.warning("no stamp", extra={"size": head.size, "reason": str(why)})
        return None
    return keep(head, found)


def ask(head: TreeHead) -> TimeStampResponse:
    """The authority's answer about a head, checked; ``NoStamp`` when it does not count.

    Checked are the digest, the number we made up for this one question, the signature, the way to
    our copy of the authority's certificate, that this certificate is for stamping time, and that
    the authority's clock does not stand far from ours.
    """
    note = head.note.encode()
    asked = TimestampRequestBuilder().data(note).hash_algorithm(HashAlgorithm.SHA256).build()
    raw = _post(asked.as_bytes())
    builder = VerifierBuilder.from_request(asked)
    for certificate in x509.load_pem_x509_certificates(settings.TRACE_TSA_CERTIFICATE):
        builder = builder.add_root_certificate(certificate)
    try:
        answer = decode_timestamp_response(raw)
        builder.build().verify_message(answer, note)
        at = answer.tst_info.gen_time
    except (VerificationError, ValueError) as error:
        raise NoStamp(str(error)[:200]) from error
    if abs(at - clock.now()) > CLOCKS_DIFFER:
        raise NoStamp(f"the authority's clock says {at.isoformat()}")
    return answer


@transaction.atomic
def keep(head: TreeHead, answer: TimeStampResponse) -> HeadStamp:
    """Keep a stamp beside its head, for ever; of two who ask at once the first one's counts."""
    facts = {
        "head": head,
        "at": answer.tst_info.gen_time,
        "kept_at": clock.now(),
        "token": answer.as_bytes(),
    }
    kept, _is_new = HeadStamp.objects.get_or_create(size=head.size, defaults=facts)
    return kept


def _is_due(head: TreeHead) -> bool:
    """Whether nothing was stamped today, and this size never."""
    last = HeadStamp.objects.order_by("-size").first()
    if last is None:
        return True
    return last.size < head.size and clock.local_day(last.kept_at) < clock.local_day()


def _post(query: bytes) -> bytes:
    """What the authority answers; ``NoStamp`` when it does not, or something else."""
    try:
        with requests.post(
            settings.TRACE_TSA_URL,
            data=query,
            headers={"Content-Type": QUERY, "Accept": REPLY},
            timeout=PATIENCE_SECONDS,
            allow_redirects=False,
            stream=True,
        ) as answer:
            told = b""
            for piece in answer.iter_content(8_192):
                told += piece
                if len(told) > MOST_BYTES:
                    raise NoStamp("the answer is longer than 64 kB")
            status = answer.status_code
    except (requests.RequestException, OSError) as error:
        raise NoStamp(type(error).__name__) from error
    if status != requests.codes.ok:
        raise NoStamp(f"answered {status}")
    return told
