"""What people type to come in, checked."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marketplace.people import fields, queries
from marketplace.people.models import User

LOGIN = _("Phone or e-mail")
BAD_PHONE = _("A phone number has 10 digits, for example 0912 345 678.")
BAD_LOGIN = _("Type a phone number of 10 digits, like 0912 345 678, or an e-mail address.")
LONGEST_PASSWORD = 128  # characters; hashing more would only cost us time


class PhoneField(forms.CharField):
    """A phone number as people write it, cleaned to E.164."""

    def __init__(self, **kwargs: Any) -> None:
        """A telephone keypad on phones."""
        kwargs.setdefault("label", _("Phone number"))
        kwargs.setdefault("max_length", 30)
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """The number as E.164, or what to type instead."""
        text = str(super().clean(value))
        if not text:
            return ""
        number = fields.phone(text)
        if number is None:
            raise ValidationError(BAD_PHONE, code="invalid_phone")
        return number


def _login_field() -> forms.CharField:
    """One field for a phone number or an e-mail address."""
    widget = forms.TextInput(
        attrs={
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }
    )
    return forms.CharField(label=LOGIN, max_length=254, widget=widget)


def _read(login: str) -> tuple[str, str]:
    """The e-mail or the phone in what was typed (the other is empty); ``ValidationError``."""
    text = login.strip()
    if "@" not in text:
        number = fields.phone(text)
        if number is None:
            raise ValidationError(BAD_LOGIN, code="invalid_login")
        return "", number
    validate_email(text)
    if not text.isascii():
        # A letter that looks like another one makes an address that looks like somebody else's.
        raise ValidationError(BAD_LOGIN, code="invalid_login")
    return text.lower(), ""


def _tidy_passwords(form: forms.Form) -> None:
    """No words inside password fields, and an end to their length."""
    for field in form.fields.values():
        if isinstance(field.widget, forms.PasswordInput):
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs["maxlength"] = str(LONGEST_PASSWORD)
            if isinstance(field, forms.CharField):
                field.max_length = LONGEST_PASSWORD
                field.validators.append(MaxLengthValidator(LONGEST_PASSWORD))


class LoginForm(allauth.LoginForm):
    """Phone or e-mail, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say in the market's words what to type."""
        super().__init__(*args, **kwargs)
        self.fields["login"] = _login_field()
        self.order_fields(["login", "password", "remember"])
        self.fields["password"].help_text = ""
        self.fields["remember"].label = _("Stay signed in on this device")
        _tidy_passwords(self)


class SignupForm(allauth.SignupForm):
    """Name, phone or e-mail, and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """One field where allauth has two."""
        super().__init__(*args, **kwargs)
        del self.fields["email"], self.fields["phone"]
        self.fields["first_name"] = forms.CharField(
            label=_("Your name"),
            max_length=80,
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
        )
        self.fields["login"] = _login_field()
        self.order_fields(["first_name", "login", "password1"])
        _tidy_passwords(self)

    def clean_login(self) -> str:
        """Find out which of the two it is, and whether somebody has it (told to nobody)."""
        email, phone = _read(self.cleaned_data["login"])
        if email:
            email = self.validate_unique_email(get_adapter().clean_email(email))
        self.cleaned_data |= {"email": email, "phone": phone}
        return email or phone


class ResetPasswordForm(allauth.ResetPasswordForm):
    """Phone or e-mail; a link goes there if somebody signs in with it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The field keeps allauth's name: its view counts by it."""
        super().__init__(*args, **kwargs)
        self.fields["email"] = _login_field()

    def clean_email(self) -> str:
        """The address in its one spelling."""
        email, phone = _read(self.cleaned_data["email"])
        self.phone = phone
        if email:
            self.cleaned_data["email"] = email
            return str(super().clean_email())
        return phone

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Have the link sent by mail, or by text message for a phone."""
        if not self.phone:
            return str(super().save(request, **kwargs))
        user = queries.by_login(self.phone)
        if user is not None and user.is_active:
            key = f"{user_pk_to_url_str(user)}-{PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)}"
            adapter = get_adapter()
            adapter.send_reset_sms(user, self.phone, adapter.get_reset_password_from_key_url(key))
        return self.phone


class ChangePasswordForm(allauth.ChangePasswordForm):
    """The old password and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Shorter fields."""
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""
        _tidy_passwords(self)


class ResetPasswordKeyForm(allauth.ResetPasswordKeyForm):
    """The new password twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Shorter fields."""
        super().__init__(*args, **kwargs)
        _tidy_passwords(self)


class ReauthenticateForm(allauth.ReauthenticateForm):
    """The password once more, before something that must not happen by accident."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Shorter field."""
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""
        _tidy_passwords(self)


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """A passkey, with a name to know it by."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A label in the reader's language."""
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")


class EditPasskeyForm(webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A label in the reader's language."""
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")


class ProfileForm(forms.ModelForm[User]):
    """What a person may change about themselves; everything else has a page of its own."""

    class Meta:
        """Name and language, nothing more."""

        model = User
        fields = ("first_name", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is asked."""
        super().__init__(*args, **kwargs)
        self.fields["first_name"] = forms.CharField(
            label=_("Your name"),
            max_length=80,
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
        )
        self.fields["language"].label = _("Language of our letters to you")
