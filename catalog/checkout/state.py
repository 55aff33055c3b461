"""What a buyer has told so far: kept in the session, so that a reload or a detour loses nothing."""

from collections.abc import Mapping
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.core import signing

from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.orders import queries as orders
from marketplace.people.models import User

KEY = "checkout"
SALT = "catalog.checkout"
TOLD = ("name", "phone", "email", "province", "street", "note", "channel")


def remember(session: SessionBase, told: Mapping[str, Any], lanes: Mapping[int, str]) -> None:
    """Keep what was told and checked."""
    place: Commune = told["place"]
    kept = {name: told[name] for name in TOLD if name in told}
    session[KEY] = {
        **kept,
        "commune": place.full_name,
        "commune_code": place.code,
        "commune_name": place.full_name,
        "lanes": {str(seller): code for seller, code in lanes.items()},
    }


def told(session: SessionBase, user: object) -> dict[str, Any]:
    """What is known of the buyer: of this checkout, else of the last order, else of the account."""
    kept: dict[str, Any] = session.get(KEY) or {}
    if kept or not isinstance(user, User):
        return kept
    last = orders.of_user(user).select_related("commune__province").first()
    if last is None:
        return {
            "name": str(user.get_full_name()),
            "phone": user.phone,
            "email": user.email or "",
        }
    return {
        "name": last.name,
        "phone": last.phone,
        "email": last.email,
        "province": last.commune.province.code,
        "commune": last.commune.full_name,
        "street": last.street,
    }


def place(kept: Mapping[str, Any]) -> Commune | None:
    """The commune that was told and found, if any."""
    code = kept.get("commune_code")
    return places.by_code(code) if code else None


def lanes(kept: Mapping[str, Any]) -> dict[int, str]:
    """The lanes chosen so far, by cooperative."""
    return {int(seller): code for seller, code in (kept.get("lanes") or {}).items()}


def forget(session: SessionBase) -> None:
    """After an order: keep the address for the next one, not the choices."""
    if KEY in session:
        session[KEY] = {**session[KEY], "lanes": {}}


def sign(basket_id: int) -> str:
    """The key of a checkout form: names its basket, and nobody else can make one."""
    return signing.dumps(basket_id, salt=SALT)


def signed(key: str) -> int | None:
    """The basket a form's key names; nothing for a key we did not make."""
    try:
        return int(signing.loads(key, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
