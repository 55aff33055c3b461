"""The people of the demonstration, and the file that says how they sign in."""

import base64
import json
import os
import random
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.db import transaction

from marketplace.people import joining, queries, roles
from marketplace.people.models import User
from marketplace.records import api_tokens, audit

STAFF = {
    "moderator": "Bùi Thị Duyệt",
    "analyst": "Nguyễn Văn Số",
    "administrator": "Lê Thị Quản",
    "editor": "Trần Văn Biên",
}
DOMAIN = "sonla.example"
_WORDS = (
    "nhan",
    "xoai",
    "man",
    "che",
    "caphe",
    "mat",
    "dau",
    "cam",
    "na",
    "bo",
    "suong",
    "nuong",
)


class Accounts:
    """Makes people once and remembers what the demonstration file has to say of them."""

    def __init__(self, dice: random.Random) -> None:
        """Passwords come from these dice: the same seed, the same passwords."""
        self.dice = dice
        self.rows: list[dict[str, Any]] = []

    def person(self, role: str, login: str, name: str, **facts: str) -> User:
        """Somebody with a password, written down under a role."""
        words = "-".join(self.dice.sample(_WORDS, 3))
        password = f"{words}-{self.dice.randint(1000, 9999)}"
        user = queries.by_login(login) or joining.join(email=login, name=name, verified=True)
        user.set_password(password)
        user.save(update_fields=["password"])
        self.rows.append({"role": role, "login": login, "password": password, **facts})
        return user

    def staff(self, role: str, name: str) -> User:
        """Somebody of the department, with a second factor."""
        user = self.person(role, f"{role}@{DOMAIN}", name)
        roles.give(user, role)
        return self._with_second_factor(user)

    @transaction.atomic
    def superuser(self) -> User:
        """The one who may do everything."""
        user = self.person("superuser", f"superuser@{DOMAIN}", "Chủ hệ thống")
        before = {"is_staff": user.is_staff, "is_superuser": user.is_superuser}
        user.is_staff = user.is_superuser = True
        user.save(update_fields=["is_staff", "is_superuser"])
        after = {"is_staff": True, "is_superuser": True}
        if before != after:
            audit.record(None, user, "role.given", before=before, after=after)
        return self._with_second_factor(user)

    def token(self, user: User, scope: str) -> None:
        """Give somebody a token of the REST interface."""
        row = next(row for row in self.rows if row["login"] == user.email)
        row["api_token"] = api_tokens.give(user, scope)

    def write(self) -> None:
        """Write ``VAR_DIR/demo.json``, readable by its owner only."""
        target = settings.VAR_DIR / "demo.json"
        fresh = target.with_suffix(".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(self.rows, file, ensure_ascii=False, indent=2)
        fresh.replace(target)

    def _with_second_factor(self, user: User) -> User:
        """A code generator whose secret stands in the file."""
        secret = base64.b32encode(self.dice.randbytes(20)).decode()
        user.authenticator_set.all().delete()
        TOTP.activate(user, secret)
        self.rows[-1]["totp_secret"] = secret
        return user
