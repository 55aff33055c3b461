"""Bearer tokens for other people's programs: given once, kept as a hash, one scope each."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest

from marketplace.people.models import User
from marketplace.records import audit, clock, tokens
from marketplace.records.models import ApiToken


@transaction.atomic
def give(user: User, scope: str, *, by: User | None = None) -> str:
    """Make a token for one scope and answer its text, which is not kept."""
    text = f"slm_{tokens.fresh()}"
    token = ApiToken.objects.create(user=user, scope=scope, hash=tokens.digest(text))
    audit.record(by, token, "api_token.given", after={"scope": scope, "user": user.pk})
    return text


@transaction.atomic
def revoke(token_id: int, *, by: User | None = None) -> None:
    """Let a token open nothing from now on; a second time changes nothing."""
    token = ApiToken.objects.select_for_update().get(pk=token_id)
    if token.revoked_at is None:
        token.revoked_at = clock.now()
        token.save(update_fields=["revoked_at"])
        audit.record(by, token, "api_token.revoked")


def bearer(request: HttpRequest, scope: str) -> User | None:
    """The active person whose token with this scope the request carries, or nobody."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not text:
        return None
    token = (
        ApiToken.objects.select_related("user")
        .filter(hash=tokens.digest(text.strip()), scope=scope, revoked_at__isnull=True)
        .filter(user__is_active=True)
        .first()
    )
    return token.user if token else None
