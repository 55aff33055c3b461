"""Writing down a certificate that somebody has looked at."""

import datetime as dt

from django.db import transaction

from catalog.certificates.models import Certificate
from catalog.cooperatives.models import CooperativePaper
from marketplace.people.models import User
from marketplace.records import audit


@transaction.atomic
def grant(
    cooperative_id: int,
    *,
    scheme: str,
    number: str,
    issuer: str,
    valid_from: dt.date,
    valid_to: dt.date,
    by: User,
    stars: int | None = None,
    scope: str = "",
    paper: CooperativePaper | None = None,
) -> Certificate:
    """Write a cooperative's certificate down; the same scheme and number twice is one row."""
    certificate, is_new = Certificate.objects.get_or_create(
        cooperative_id=cooperative_id,
        scheme=scheme,
        number=number,
        defaults={
            "issuer": issuer,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "stars": stars,
            "scope": scope,
            "paper": paper,
        },
    )
    if is_new:
        audit.record(by, certificate, "certificate.granted", after={"number": number})
    return certificate
