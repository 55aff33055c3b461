"""How allauth's sign-in machinery fits the market: phones, letters by outbox, limits, safety."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from marketplace.people import fields, limits, queries
from marketplace.people.forms import PhoneField
from marketplace.people.models import User
from marketplace.people.signals import letter_wanted

# Which letter of ours takes the place of allauth's; every other one is a short notice.
_LETTERS = {
    "account/email/email_confirmation": "account/confirm",
    "account/email/email_confirmation_signup": "account/confirm",
    "account/email/password_reset_key": "account/reset",
    "account/email/account_already_exists": "account/exists",
}
_FACTS = (
    "activate_url",
    "password_reset_url",
    "signup_url",
    "code",
    "from_email",
    "to_email",
)
_WRONG = _("Nobody signs in with this phone or e-mail and this password. Check both.")
_USED_UP = frozenset({"too_many_login_attempts", "rate_limited"})


class AccountAdapter(DefaultAccountAdapter):
    """Answers allauth's questions the market's way."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        # One sentence for a wrong password and for an account that does not exist.
        "email_password_mismatch": _WRONG,
        "phone_password_mismatch": _WRONG,
        "username_password_mismatch": _WRONG,
    }

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """The error of a form; a used-up limit is answered with 429 instead of a form."""
        if code in _USED_UP:
            raise ImmediateHttpResponse(limits.too_many(self.request))
        error: ValidationError = super().validation_error(code, *args)
        return error

    # Letters

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Have a letter sent by the outbox, in the reader's language."""
        user = context.get("user")
        what = template_prefix.rpartition("/")[2]
        facts = {name: str(context[name]) for name in _FACTS if context.get(name)}
        self._want(
            email,
            _LETTERS.get(template_prefix, "account/notice"),
            user,
            what=what,
            **facts,
        )

    def send_verification_code_sms(self, user: User, phone: str, code: str, **_: Any) -> None:
        """Have the code sent that proves a phone is theirs."""
        self._want(phone, "account/code", user, code=code)

    def send_account_already_exists_sms(self, phone: str) -> None:
        """Tell the owner of a number that it has an account already."""
        self._want(phone, "account/exists", None)

    def send_reset_sms(self, user: User, phone: str, link: str) -> None:
        """Have a link sent to set a new password."""
        self._want(phone, "account/reset", user, password_reset_url=link)

    def _want(self, to: str, template: str, user: User | None, **facts: str) -> None:
        """Say that a letter is wanted; every request for one is a letter of its own."""
        name = user.display_name if user else ""
        letter_wanted.send(
            type(self),
            to=to,
            template=template,
            context={"name": name, **facts},
            lang=user.language if user else get_language() or "vi",
            key=f"{template}-{secrets.token_hex(8)}",
        )

    # Phones

    def phone_form_field(self, **kwargs: Any) -> forms.Field:
        """A field that takes a number as people write it here."""
        return PhoneField(**kwargs)

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        """Write a person's phone down."""
        user.phone = phone
        user.phone_verified_at = timezone.now() if verified else None
        user.save(update_fields=["phone", "phone_verified_at"])

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        """A person's phone and whether it is verified."""
        return (user.phone, user.phone_verified_at is not None) if user.phone else None

    def set_phone_verified(self, user: User, phone: str) -> None:
        """Write down that a phone was shown to be theirs."""
        self.set_phone(user, phone, verified=True)

    def get_user_by_phone(self, phone: str) -> User | None:
        """The person with this number."""
        return queries.by_login(phone) if "@" not in phone else None

    # Signing in and up

    def save_user(
        self, request: HttpRequest, user: User, form: forms.Form, commit: bool = True
    ) -> User:
        """A new person, with the phone at once: one of the two addresses must be there."""
        user.phone = form.cleaned_data.get("phone") or None
        user.language = (get_language() or "vi")[:2]
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def get_login_stages(self) -> list[str]:
        """The usual steps; an e-mail need not be verified by who has a verified phone."""
        ours = "marketplace.people.stages.EmailVerificationStage"
        theirs = "allauth.account.stages.EmailVerificationStage"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt: for the account from this address, the account, and the address."""
        super().pre_authenticate(request, **credentials)
        login = _login_of(credentials)
        for action, key in (
            ("login_failed_account", login),
            ("login_failed_address", ""),
        ):
            usage = ratelimit.consume(request, app="allauth.account", action=action, key=key)
            if not usage:
                raise self.validation_error("too_many_login_attempts")
            self._login_failed_rl_usage.usage.extend(usage.usage)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Five failures lock an account for the address they come from, not for its owner."""
        return f"{_login_of(credentials)}|{self.get_client_ip(request)}"

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address our own middleware has settled (TRUSTED_PROXIES)."""
        return str(request.META.get("REMOTE_ADDR", ""))

    def is_safe_url(self, url: str | None) -> bool:
        """Whether ``?next=`` stays on this very host."""
        return url_has_allowed_host_and_scheme(
            url, {self.request.get_host()}, require_https=self.request.is_secure()
        )


class MFAAdapter(DefaultMFAAdapter):
    """The second factor under the market's name."""

    def _get_user_identifier(self, user: User) -> str:
        """What a person signs in with, for the list in the authenticator app."""
        return user.get_username()


def _login_of(credentials: dict[str, Any]) -> str:
    """The login in its one spelling, whichever way it was typed."""
    given = credentials.get("email") or credentials.get("phone") or credentials.get("username")
    text = str(given or "")
    return fields.email(text) or "" if "@" in text else fields.phone(text) or text
