"""What the desk shows of a cooperative: its facts, its papers, who checked it, what was decided."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.cooperatives import queries
from catalog.cooperatives.models import Cooperative, CooperativePaper
from marketplace.people import fields
from payments import banks


def paper(piece: CooperativePaper) -> dict[str, Any]:
    """One paper that was handed in."""
    return {
        "kind": piece.get_kind_display(),
        "name": piece.paper.name,
        "url": reverse("desk-paper", args=[piece.paper.token]),
        "valid_until": piece.valid_to,
        "uploaded_at": piece.paper.uploaded_at,
        "state": piece.state,
        "state_words": piece.get_state_display(),
        "remark": piece.remark,
        "look_url": reverse("desk-papers-look", args=[piece.pk]),
    }


def checks(one: Cooperative) -> list[dict[str, Any]]:
    """How people made sure who stands behind the cooperative."""
    return [
        {
            "at": done.checked_at,
            "method": done.get_method_display(),
            "level": _("level %(n)d") % {"n": done.level},
            "who": done.checked_by.display_name,
        }
        for done in one.identity_checks.select_related("checked_by")
    ]


def history(one: Cooperative) -> list[dict[str, Any]]:
    """What was decided about it before."""
    return [
        {
            "at": past.at,
            "words": past.get_state_display() + (f": {past.reason}" if past.reason else ""),
            "who": past.by.display_name,
        }
        for past in one.decisions.select_related("by")
    ]


def facts(one: Cooperative) -> list[tuple[str, str]]:
    """What a cooperative says of itself, for comparing with its papers."""
    account = queries.account(one)
    paid = f"{banks.name(account.bank_bin)} {account.number}, {account.holder}" if account else ""
    return [
        (_("Legal name"), one.legal_name),
        (_("Legal form"), one.get_legal_form_display()),
        (_("Tax code"), one.tax_code),
        (_("Address"), f"{one.street}, {one.commune.full_name}"),
        (_("Legal representative"), one.representative),
        (_("Phone"), fields.spoken(one.phone)),
        (_("E-mail"), one.email),
        (_("Bank account"), paid),
        (_("Who they are"), one.story),
    ]
