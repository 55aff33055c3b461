"""The province writes down a certificate it has seen; what stands here is shown to buyers."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from catalog.certificates.models import Certificate
from catalog.cooperatives import queries, refusals
from catalog.cooperatives.models import Cooperative
from catalog.listings import visibility
from marketplace.people.models import User
from marketplace.records import audit


@transaction.atomic
def record(  # noqa: PLR0913 -- a certificate has so many facts, each by its name
    cooperative_id: int,
    *,
    scheme: str,
    number: str,
    issuer: str,
    valid_from: dt.date,
    valid_to: dt.date,
    scope: str = "",
    stars: int | None = None,
    paper_id: int | None = None,
    by: User,
) -> Certificate:
    """Write a certificate down; the same scheme and number again mends the first.

    Refused with ``OwnCooperative``. ``CooperativePaper.DoesNotExist`` when the paper is not this
    cooperative's. The shelf follows: days and stars may have changed.
    """
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    if queries.is_member(by, cooperative.pk):
        raise refusals.OwnCooperative(cooperative.pk)
    paper = cooperative.papers.get(pk=paper_id) if paper_id else None
    facts = {
        "issuer": issuer,
        "scope": scope,
        "stars": stars,
        "valid_from": valid_from,
        "valid_to": valid_to,
        "paper": paper,
    }
    certificate, _ = Certificate.objects.update_or_create(
        cooperative=cooperative, scheme=scheme, number=number, defaults=facts
    )
    after = {
        **facts,
        "paper": paper.pk if paper else None,
        "scheme": scheme,
        "number": number,
    }
    audit.record(by, certificate, "certificate.recorded", after=after)
    visibility.refresh_all(cooperative.pk)
    return certificate
